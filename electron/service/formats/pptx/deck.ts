/** A deck ready to be written: boxes, notes and the bytes of its pictures. Knows formats, nothing of the domain. */
import type { Language } from '#shared/base/common.ts';
import type { LaidSlide } from '#shared/deck/boxes.ts';
import type { Picture } from '#shared/deck/slides.ts';
import type { Theme } from '#shared/deck/themes.ts';

export interface PictureBytes {
  mediaType: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
}

export interface ReadyDeck {
  title: string;
  organisation: string;
  lang: Language;
  theme: Theme;
  slides: { laid: LaidSlide; notes: string }[];
  /** By `pictureKey`; every picture of the boxes must be there. */
  pictures: Map<string, PictureBytes>;
  /** ISO 8601, written as the file's date so that the same deck gives the same file. */
  now: string;
}

export interface WriteHooks {
  /** Called after each slide. */
  onSlide?: (done: number) => void;
  /** Lets other work in and throws when the user asked to stop. */
  breathe?: () => Promise<void>;
}

export function pictureKey(picture: Pick<Picture, 'source' | 'id'>): string {
  return `${picture.source}:${picture.id}`;
}
