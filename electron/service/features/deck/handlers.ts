/** Decks: built from an edition, read with their slides resolved, edited, ordered, exported. */
import type { deckContract, DeckSlide } from '#shared/deck/contract.ts';
import { fieldsOf, picturedKinds } from '#shared/deck/slides.ts';
import { newId } from '#shared/base/ids.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { WriteDb } from '../../database/tables.ts';
import { deckOfEdition } from '../../domain/awards/deck-of-edition.ts';
import { found, newRecord } from '../../records/records.ts';
import { pictureChoices, withheldFaces } from './choices.ts';
import { exportDeck } from './export.ts';
import { mapPng } from './pictures.ts';
import { deckById, deckInfo, deckRows, organisationColours, slideOf, wholeDeck } from './read.ts';
import { deckOptionsSchema, readOverrides, type StoredOverrides } from './stored.ts';

interface Stored {
  hidden: 0 | 1;
  notes: string | null;
  overrides: StoredOverrides;
}

/** Changes what is kept of a slide, beginning to keep it when it is the first change. */
async function store(
  db: WriteDb,
  now: string,
  deckId: string,
  key: string,
  change: (stored: Stored) => Stored,
): Promise<void> {
  const row = await db
    .selectFrom('deckSlides')
    .selectAll()
    .where('deckId', '=', deckId)
    .where('key', '=', key)
    .executeTakeFirst();
  const after = change({
    hidden: row?.hidden === 1 ? 1 : 0,
    notes: row?.notes ?? null,
    overrides: row === undefined ? { texts: {} } : readOverrides(row.overrides),
  });
  const values = { hidden: after.hidden, notes: after.notes, overrides: JSON.stringify(after.overrides) };
  if (row === undefined)
    await db
      .insertInto('deckSlides')
      .values({ ...newRecord(now), deckId, key, position: null, ...values })
      .execute();
  else
    await db
      .updateTable('deckSlides')
      .set({ ...values, updatedAt: now })
      .where('id', '=', row.id)
      .execute();
  await db.updateTable('decks').set({ updatedAt: now }).where('id', '=', deckId).execute();
}

/** Gives every slide its place in this order; only rows whose place changes are written. */
async function storeOrder(db: WriteDb, now: string, deckId: string, keys: string[]): Promise<void> {
  const rows = new Map(
    (await db.selectFrom('deckSlides').select(['id', 'key', 'position']).where('deckId', '=', deckId).execute()).map(
      (row) => [row.key, row],
    ),
  );
  for (const [position, key] of keys.entries()) {
    const row = rows.get(key);
    if (row === undefined)
      await db
        .insertInto('deckSlides')
        .values({ ...newRecord(now), deckId, key, position, hidden: 0, overrides: '{}', notes: null })
        .execute();
    else if (row.position !== position)
      await db.updateTable('deckSlides').set({ position, updatedAt: now }).where('id', '=', row.id).execute();
  }
}

async function assertPicture(db: WriteDb, id: string, today: string): Promise<void> {
  const row = await db.selectFrom('attachments').select('thumbnailHash').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown_reference', { field: 'picture', id });
  if (row.thumbnailHash === null) throw new AppError('image_invalid', { name: id });
  const face = (await withheldFaces(db, [id], today)).get(id);
  if (face !== undefined) throw new AppError('consent_missing', { name: face.name });
}

const nameOf = (slide: DeckSlide): string => slide.texts.title ?? '';

export const deckHandlers: HandlersOf<typeof deckContract> = {
  'deck.list': async ({ db }) => {
    const colours = await organisationColours(db);
    const rows = await deckRows(db)
      .orderBy('awardEditions.year', 'desc')
      .orderBy('awardEditions.name')
      .orderBy('decks.lang', 'desc')
      .execute();
    const editions = await db
      .selectFrom('awardEditions')
      .select(['id', 'name', 'year'])
      .orderBy('year', 'desc')
      .orderBy('name')
      .execute();
    return { rows: rows.map((row) => deckInfo(row, colours)), editions };
  },

  'deck.get': async ({ db, today, host }, { id }) => {
    const deck = await deckById(db, id);
    const { logo, slides, warnings } = await wholeDeck(
      db,
      { editionId: deck.editionId, lang: deck.lang, deck },
      today,
      host.resources,
    );
    return { deck, logo, slides, warnings };
  },

  'deck.map': async ({ db, today, host }, { id }) => {
    const deck = await deckById(db, id);
    const { map } = await wholeDeck(db, { editionId: deck.editionId, lang: deck.lang, deck }, today, host.resources);
    return {
      dataUrl:
        map === null ? null : `data:image/png;base64,${Buffer.from((await mapPng(map)).bytes).toString('base64')}`,
    };
  },

  'deck.pictures': async ({ db, today }, { deckId, key }) => {
    const deck = await deckById(db, deckId);
    const nomineeId = /^winner:(.+)$/.exec(key)?.[1] ?? null;
    return { rows: await pictureChoices(db, deck.editionId, nomineeId, today) };
  },

  'deck.build': async ({ db, now, note }, { editionId, lang, reset }) => {
    const edition = found(
      await db.selectFrom('awardEditions').select('name').where('id', '=', editionId).executeTakeFirst(),
      'awardEditions',
      editionId,
    );
    note({ name: edition.name });
    const id = await deckOfEdition({ db, now }, editionId, lang);
    if (reset) {
      await db.deleteFrom('deckSlides').where('deckId', '=', id).execute();
      await db.updateTable('decks').set({ updatedAt: now }).where('id', '=', id).execute();
    }
    return deckById(db, id);
  },

  'deck.updateSlide': async ({ db, now, today, host, note }, { deckId, key, texts, notes, picture, hidden }) => {
    const { slide } = await slideOf(db, deckId, key, today, host.resources);
    if (picture !== undefined && !picturedKinds.includes(slide.kind))
      throw new AppError('invalid_input', { issues: [{ path: 'picture', rule: 'no_picture_here', message: '' }] });
    if (picture?.id !== undefined && picture.id !== null) await assertPicture(db, picture.id, today);
    await store(db, now, deckId, key, (stored) => {
      const kept = { ...stored.overrides.texts };
      for (const field of fieldsOf[slide.kind]) {
        const text = texts?.[field];
        if (text === null) delete kept[field];
        else if (text !== undefined) kept[field] = text;
      }
      const { pictureId, ...rest } = stored.overrides;
      const chosen = picture === undefined ? pictureId : picture === null ? undefined : picture.id;
      return {
        hidden: hidden === undefined ? stored.hidden : hidden ? 1 : 0,
        notes: notes === undefined ? stored.notes : notes,
        overrides: { ...rest, texts: kept, ...(chosen === undefined ? {} : { pictureId: chosen }) },
      };
    });
    note({ name: texts?.title ?? nameOf(slide) });
    return {};
  },

  'deck.move': async ({ db, now, today, host, note }, { deckId, key, to }) => {
    const { slides, slide } = await slideOf(db, deckId, key, today, host.resources);
    const keys = slides.map((each) => each.key).filter((each) => each !== key);
    keys.splice(Math.min(to, keys.length), 0, key);
    await storeOrder(db, now, deckId, keys);
    note({ name: nameOf(slide) });
    return {};
  },

  'deck.addSlide': async ({ db, now, today, host, note }, { deckId, kind, after, texts }) => {
    const deck = await deckById(db, deckId);
    const { slides } = await wholeDeck(db, { editionId: deck.editionId, lang: deck.lang, deck }, today, host.resources);
    const keys = slides.map((slide) => slide.key);
    const at = after === null ? keys.length : keys.indexOf(after) + 1;
    if (after !== null && at === 0) throw new AppError('not_found', { table: 'deckSlides', id: after });
    const key = `own:${newId()}`;
    await store(db, now, deckId, key, () => ({ hidden: 0, notes: null, overrides: { own: kind, texts } }));
    keys.splice(at, 0, key);
    await storeOrder(db, now, deckId, keys);
    note({ name: texts.title ?? '' });
    return { key };
  },

  'deck.removeSlides': async ({ db, now, note }, { deckId, keys }) => {
    await deckById(db, deckId);
    let count = 0;
    for (const key of keys) {
      // What the data gives cannot be deleted here: it is hidden, and can be shown again.
      if (key.startsWith('own:'))
        count += Number(
          (await db.deleteFrom('deckSlides').where('deckId', '=', deckId).where('key', '=', key).executeTakeFirst())
            .numDeletedRows,
        );
      else {
        await store(db, now, deckId, key, (stored) => ({ ...stored, hidden: 1 }));
        count += 1;
      }
    }
    note({ count });
    return { count };
  },

  'deck.setTheme': async ({ db, now, note }, { deckId, temperament, colours }) => {
    const deck = await deckById(db, deckId);
    const options = deckOptionsSchema.parse({
      colours:
        colours === undefined
          ? deck.ownColours
            ? null
            : { primary: deck.theme.primary, accent: deck.theme.accent }
          : colours,
    });
    await db
      .updateTable('decks')
      .set({ theme: temperament ?? deck.theme.temperament, options: JSON.stringify(options), updatedAt: now })
      .where('id', '=', deckId)
      .execute();
    note({ name: deck.editionName });
    return deckById(db, deckId);
  },

  'deck.delete': async ({ db, note }, { id }) => {
    const deck = await deckById(db, id);
    await db.deleteFrom('decks').where('id', '=', id).execute();
    note({ name: deck.editionName });
    return { count: 1 };
  },

  'deck.export': exportDeck,
};
