/** Files belong to their record by name only: whoever deletes a record takes its files along, and no others; undone, they are back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drawnPhoto } from '../factories/deck.ts';
import { smallEdition, type SmallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

type OwnerKind = Parameters<typeof addFile>[0];

let workspace: TestWorkspace;
let edition: SmallEdition;
let picture: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  edition = await smallEdition(workspace);
  picture = join(workspace.folder, 'photo.jpg');
  writeFileSync(picture, await drawnPhoto(40, 200, 200));
});
afterEach(() => workspace.close());

async function addFile(
  ownerKind: 'site' | 'person' | 'initiative' | 'nominee' | 'edition',
  ownerId: string,
): Promise<void> {
  await workspace.call('attachments.add', { ownerKind, ownerId, paths: [picture] });
}

/** Every file that is left, by whose it is. */
function files(): string[] {
  return workspace.service.workspace?.reader
    .prepare(`select ownerKind || ' ' || ownerId from attachments order by 1`)
    .pluck()
    .all() as string[];
}

/** Two records of a kind with a file each, and how the first is deleted. */
const kinds: Record<
  string,
  { kind: OwnerKind; make: () => Promise<string>; remove: (id: string) => Promise<unknown> }
> = {
  'a person': {
    kind: 'person',
    make: async () => (await workspace.call('people.create', { lastName: 'Roux' })).id,
    remove: (id) => workspace.call('people.delete', { ids: [id] }),
  },
  'a site': {
    kind: 'site',
    make: async () => (await workspace.call('sites.create', { name: 'Dépôt' })).id,
    remove: (id) => workspace.call('sites.delete', { ids: [id] }),
  },
  'an initiative': {
    kind: 'initiative',
    make: async () => (await workspace.call('initiatives.create', { title: 'Potager' })).id,
    remove: (id) => workspace.call('initiatives.delete', { ids: [id] }),
  },
  'an edition': {
    kind: 'edition',
    make: async () => (await workspace.call('awards.createEdition', { year: 2030, name: `${files().length}` })).id,
    remove: (id) => workspace.call('awards.deleteEditions', { ids: [id] }),
  },
  'a nominee': {
    kind: 'nominee',
    make: nominee,
    remove: (id) => workspace.call('awards.removeNominees', { ids: [id] }),
  },
  'the category of a nominee': {
    kind: 'nominee',
    make: nominee,
    remove: async (id) => workspace.call('awards.deleteCategories', { ids: [await categoryOf(id)] }),
  },
  'the edition of a nominee': {
    kind: 'nominee',
    make: nominee,
    remove: async (id) => workspace.call('awards.deleteEditions', { ids: [await editionOf(id)] }),
  },
};

/** A nominee alone in an edition of its own. */
async function nominee(): Promise<string> {
  const { call } = workspace;
  const own = await call('awards.createEdition', { year: 2031, name: `Prix ${files().length}` });
  const category = await call('awards.createCategory', { editionId: own.id, name: 'Climat' });
  const { ids } = await call('awards.addNominees', { categoryId: category.id, initiativeIds: [edition.bikeId] });
  return ids[0] ?? '';
}
const categoryOf = async (id: string): Promise<string> =>
  workspace.service.workspace?.reader.prepare('select categoryId from nominees where id = ?').pluck().get(id) as string;
const editionOf = async (id: string): Promise<string> =>
  workspace.service.workspace?.reader
    .prepare('select editionId from awardCategories where id = ?')
    .pluck()
    .get(await categoryOf(id)) as string;

it.each(Object.keys(kinds))('the files of %s go with it, no others, and come back with it', async (name) => {
  const owner = kinds[name];
  if (owner === undefined) throw new Error(name);
  const gone = await owner.make();
  await addFile(owner.kind, gone);
  const stays = await owner.make();
  await addFile(owner.kind, stays);
  const before = files();
  await owner.remove(gone);
  expect(files()).toEqual(before.filter((file) => file !== `${owner.kind} ${gone}`));
  expect(await workspace.call('attachments.list', { ownerKind: owner.kind, ownerId: gone })).toEqual({ rows: [] });
  await workspace.call('history.undo', {});
  expect(files()).toEqual(before);
});

it('the logo leaves the organisation with its file, and comes back', async () => {
  const { call } = workspace;
  const { id } = await call('organisation.get', {});
  const { rows } = await call('attachments.add', {
    ownerKind: 'organisation',
    ownerId: id,
    role: 'logo',
    paths: [picture],
  });
  expect((await call('organisation.get', {})).logoAttachmentId).toBe(rows[0]?.id);
  await call('attachments.delete', { ids: [rows[0]?.id ?? ''] });
  expect((await call('organisation.get', {})).logoAttachmentId).toBeNull();
  await call('history.undo', {});
  expect((await call('organisation.get', {})).logoAttachmentId).toBe(rows[0]?.id);
});

it('a second cover makes the first an ordinary file; the others keep their order', async () => {
  const { call } = workspace;
  const id = (await call('initiatives.create', { title: 'Potager' })).id;
  const owner = { ownerKind: 'initiative', ownerId: id } as const;
  for (const role of ['cover', 'file', 'cover'] as const)
    await call('attachments.add', { ...owner, role, paths: [picture] });
  expect((await call('attachments.list', owner)).rows.map(({ role, position }) => [role, position])).toEqual([
    ['file', 0],
    ['file', 1],
    ['cover', 2],
  ]);
});
