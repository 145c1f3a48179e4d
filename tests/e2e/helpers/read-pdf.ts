/** Reads back what was printed: the text of each page, whether the file is tagged, its headings and its outline. */
import { getDocumentProxy } from 'unpdf';

export interface ReadPdf {
  /** The text of each page, its spaces made single. */
  pages: string[];
  tagged: boolean;
  /** What each page is tagged with (`H1`, `P`, `Figure` and its words), in the order in which a screen reader meets it. */
  tags: Tag[][];
  /** The titles of the outline's first level, from the top. */
  outline: string[];
}

interface Tag {
  role: string;
  alt: string | null;
}

interface TagNode {
  role?: string;
  alt?: string;
  children?: TagNode[];
}

const tagsOf = ({ role, alt, children = [] }: TagNode): Tag[] => [
  ...(role === undefined ? [] : [{ role, alt: alt ?? null }]),
  ...children.flatMap(tagsOf),
];

/** Fails on a file that is not whole. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  if (!bytes.subarray(-1024).toString('latin1').includes('%%EOF')) throw new Error('The PDF is not whole.');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  const tags: Tag[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    tags.push(tagsOf((await page.getStructTree()) as TagNode));
  }
  const outline = (await document.getOutline()) as { title: string }[] | null;
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  return { pages, tagged: marks?.Marked === true, tags, outline: (outline ?? []).map(({ title }) => title) };
}
