/** Draws the icons of the app and of its files for the three systems from their SVG; run by hand when a drawing changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './lib/run.ts';

const folder = join(root, 'resources/icons');
const png = (name: string, size: number): Promise<Buffer> =>
  sharp(readFileSync(join(folder, `${name}.svg`)), { density: 192 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();

/** Windows: a directory of PNG pictures (the ICO format since Vista). */
async function ico(name: string): Promise<Buffer> {
  const sizes = [16, 24, 32, 48, 64, 128, 256];
  const pictures = await Promise.all(sizes.map((size) => png(name, size)));
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  pictures.forEach((picture, index) => {
    const at = 6 + 16 * index;
    const size = sizes[index] ?? 0;
    head.writeUInt8(size === 256 ? 0 : size, at);
    head.writeUInt8(size === 256 ? 0 : size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  });
  return Buffer.concat([head, ...pictures]);
}

/** Mac: typed blocks of PNG pictures (the ICNS format since 10.7). */
async function icns(name: string): Promise<Buffer> {
  const kinds: [string, number][] = [
    ['icp4', 16],
    ['icp5', 32],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
    ['ic11', 32],
    ['ic12', 64],
    ['ic13', 256],
    ['ic14', 512],
  ];
  const blocks = await Promise.all(
    kinds.map(async ([type, size]) => {
      const picture = await png(name, size);
      const head = Buffer.alloc(8);
      head.write(type, 0, 'ascii');
      head.writeUInt32BE(picture.length + 8, 4);
      return Buffer.concat([head, picture]);
    }),
  );
  const body = Buffer.concat(blocks);
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'ascii');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

for (const name of ['icon', 'document']) {
  writeFileSync(join(folder, `${name}.png`), await png(name, name === 'icon' ? 1024 : 512));
  writeFileSync(join(folder, `${name}.ico`), await ico(name));
  writeFileSync(join(folder, `${name}.icns`), await icns(name));
}
