/** A picture pasted from the clipboard: kept with its thumbnail, one step of undo, refused when it is none. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let ownerId = '';
beforeAll(async () => {
  workspace = await testWorkspace();
  ownerId = (await workspace.call('initiatives.create', { title: 'Collecte' })).id;
});
afterAll(() => workspace.close());

const list = async () => (await workspace.call('attachments.list', { ownerKind: 'initiative', ownerId })).rows;

it('becomes the cover with a thumbnail, and goes with one undo', async () => {
  const png = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#1F7A5A' } })
    .png()
    .toBuffer();
  const { rows } = await workspace.call('attachments.paste', {
    ownerKind: 'initiative',
    ownerId,
    role: 'cover',
    name: 'Image collée.png',
    base64: png.toString('base64'),
  });
  expect(rows).toMatchObject([{ role: 'cover', width: 900, height: 500, mediaType: 'image/png', size: png.length }]);
  expect((await workspace.call('attachments.image', { id: rows[0]!.id })).dataUrl).toMatch(/^data:image\/jpeg;base64,/);
  expect((await workspace.call('initiatives.get', { id: ownerId })).coverId).toBe(rows[0]!.id);
  await workspace.call('history.undo', {});
  expect(await list()).toEqual([]);
});

it('refuses what is no picture, no base64, or has no owner', async () => {
  const text = Buffer.from('Bonjour à tous').toString('base64');
  expect(
    (await workspace.refused('attachments.paste', { ownerKind: 'initiative', ownerId, name: 'x', base64: text })).code,
  ).toBe('image_invalid');
  expect(
    (await workspace.refused('attachments.paste', { ownerKind: 'initiative', ownerId, name: 'x', base64: '%%%%' }))
      .code,
  ).toBe('invalid_input');
  const gif = (
    await sharp({ create: { width: 4, height: 4, channels: 3, background: '#000000' } })
      .png()
      .toBuffer()
  ).toString('base64');
  expect(
    (await workspace.refused('attachments.paste', { ownerKind: 'site', ownerId, name: 'x', base64: gif })).code,
  ).toBe('unknown_reference');
  expect(await list()).toEqual([]);
});
