/** Turns Inter into outlines for pictures that must look the same where no font is installed; run by hand, its output is committed. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSync, type Font } from 'fontkit';
import { root } from './lib/run.ts';

const require = createRequire(import.meta.url);
const source = dirname(require.resolve('@fontsource/inter/package.json'));
const folder = join(root, 'resources/fonts');
const weights = { regular: 400, bold: 600 } as const;

/** Letters of Western and Central European names and the punctuation of French and English. */
function isWanted(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0x17f) ||
    (code >= 0x218 && code <= 0x21b) ||
    (code >= 0x2010 && code <= 0x2026) ||
    code === 0x20ac ||
    code === 0x2212
  );
}

type Glyph = [advance: number, path: string];
const outlines: Record<string, unknown> = {};
for (const [name, weight] of Object.entries(weights)) {
  const glyphs: Record<string, Glyph> = {};
  for (const subset of ['latin', 'latin-ext']) {
    const font = openSync(join(source, 'files', `inter-${subset}-${weight}-normal.woff2`)) as Font;
    outlines['unitsPerEm'] = font.unitsPerEm;
    for (const code of font.characterSet) {
      const character = String.fromCodePoint(code);
      if (!isWanted(code) || glyphs[character] !== undefined) continue;
      const glyph = font.glyphForCodePoint(code);
      glyphs[character] = [
        Math.round(glyph.advanceWidth),
        glyph.path.toSVG().replace(/(\d+\.\d+)/g, (number) => String(Math.round(Number(number)))),
      ];
    }
  }
  outlines[name] = Object.fromEntries(Object.entries(glyphs).sort(([a], [b]) => (a < b ? -1 : 1)));
}
mkdirSync(folder, { recursive: true });
const bytes = gzipSync(JSON.stringify(outlines), { level: 9 });
// The system byte of a gzip header tells where it was made; the output must not.
bytes[9] = 255;
writeFileSync(join(folder, 'inter.json.gz'), bytes);
copyFileSync(join(source, 'LICENSE'), join(folder, 'Inter-LICENSE.txt'));
console.log(`inter.json.gz ${bytes.length}`);
