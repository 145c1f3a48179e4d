/** What the surroundings, a window's shell or a terminal, can do for the service. */

/** What the surroundings (window shell or terminal) can do for the service. */
export interface Host {
  /** Prints an HTML file to PDF, one page a slide. Absent where no Electron can be had. */
  printPdf?: (htmlPath: string, outPath: string, page: { widthInches: number; heightInches: number }) => Promise<void>;
  /** Takes the bytes of an export meant for the terminal itself (`-`). Absent in the window. */
  pipe?: (bytes: Uint8Array) => Promise<void>;
  /** Folder of the bundled resources (maps, fonts, gazetteer). */
  resources: string;
  /** Folder for what only lives as long as the process. */
  temporary: string;
  /** Folder for rescue copies of a file whose own folder is gone. Absent in a terminal. */
  rescue?: string;
}
