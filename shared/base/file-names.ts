/** Names of files for those who receive them: their words as they are written, without what a file system refuses. */

const longest = 100;

/**
 * A name that every file system takes. What Windows, macOS or Linux refuse becomes a space; a name never begins or ends with
 * a dot or a space, and is short enough for any folder, its ending (`.xlsx`) kept.
 */
export function plainFileName(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain.trim())?.[0] ?? '';
  const stem = [
    ...plain
      .trim()
      .slice(0, -ending.length || undefined)
      .replace(/^[ .]+/, ''),
  ]
    .slice(0, longest)
    .join('')
    .replace(/[ .]+$/, '');
  return `${stem || otherwise}${ending}`;
}
