/** The one guard of texts that enter, by a form, a call or a file: no control character, and line breaks only where a text may have lines. */

// Those of ASCII but tab and line ends, DEL, and those of Latin-1.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const breaks = /[\t\r\n\u2028\u2029]/;

/** A text of several lines, without the characters that only machines understand. */
export function severalLines(text: string): string {
  return text.replace(controls, '');
}

/** A text of one line: what a line break or a tab parted is joined by one space. */
export function oneLine(text: string): string {
  const clean = severalLines(text);
  if (!breaks.test(clean)) return clean;
  return clean
    .split(breaks)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}
