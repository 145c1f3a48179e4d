/** Gave the fixtures of versions 1 to 3 rows in the tables that were empty in them, by the SQL of their time; run once, kept to show how. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { hashOf } from '../../electron/service/formats/images.ts';
import { drawnPhoto } from '../factories/deck.ts';
import { fixtureFolder } from './fixtures.ts';

const at = `'2026-11-24T16:00:00.000Z', '2026-11-24T16:00:00.000Z'`;
const id = (n: number): string => `01a20e1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const initiative = '(select id from initiatives)';
const person = '(select id from people)';

/** One statement a table, parents first. The columns are those that the table has had since version 1. */
function statements(hash: string, thumbnail: string): Record<string, string> {
  return {
    attachments: `insert into attachments (id, ownerKind, ownerId, role, name, mediaType, size, width, height, blobHash, thumbnailHash, alt, credit, position, createdAt, updatedAt)
      select '${id(1)}', 'initiative', ${initiative}, 'cover', 'collecte.jpg', 'image/jpeg', size, 64, 48, '${hash}', '${thumbnail}', 'La collecte', 'Zoë', 0, ${at} from blobs where hash = '${hash}'`,
    awardEditions: `insert into awardEditions (id, year, name, status, heldOn, place, method, quorum, createdAt, updatedAt)
      values ('${id(2)}', 2026, 'Prix 2026', 'scoring', '2026-12-03', null, 'zscore', 1, ${at})`,
    awardCategories: `insert into awardCategories (id, editionId, name, description, subject, colour, scaleMin, scaleMax, winnersCount, position, createdAt, updatedAt)
      values ('${id(3)}', '${id(2)}', 'Solidarité', null, 'either', '#1F5C4D', 0, 10, 1, 0, ${at})`,
    awardCriteria: `insert into awardCriteria (id, categoryId, name, description, weight, position, createdAt, updatedAt)
      values ('${id(4)}', '${id(3)}', 'Impact', null, 3, 0, ${at})`,
    nominees: `insert into nominees (id, categoryId, initiativeId, personId, title, story, position, createdAt, updatedAt)
      values ('${id(5)}', '${id(3)}', ${initiative}, null, null, 'Quatre cents kilos.', 0, ${at}), ('${id(6)}', '${id(3)}', null, ${person}, 'Zoë', null, 1, ${at})`,
    jurors: `insert into jurors (id, editionId, name, role, email, personId, isChair, position, createdAt, updatedAt)
      values ('${id(7)}', '${id(2)}', 'Paule Roux', 'DRH', null, ${person}, 1, 0, ${at}), ('${id(8)}', '${id(2)}', 'Karim Benali', null, 'karim@exemple.fr', null, 0, 1, ${at})`,
    recusals: `insert into recusals (id, jurorId, nomineeId, kind, reason, createdAt, updatedAt)
      values ('${id(9)}', '${id(8)}', '${id(5)}', 'recusal', 'Même équipe', ${at})`,
    scores: `insert into scores (id, jurorId, nomineeId, criterionId, value, comment, createdAt, updatedAt)
      values ('${id(10)}', '${id(7)}', '${id(5)}', '${id(4)}', 7.5, 'Très concret', ${at}), ('${id(11)}', '${id(7)}', '${id(6)}', '${id(4)}', 9, null, ${at})`,
    awardDecisions: `insert into awardDecisions (id, categoryId, nomineeId, kind, rank, reason, createdAt, updatedAt)
      values ('${id(12)}', '${id(3)}', '${id(5)}', 'override', 1, 'Plus facile à essaimer', ${at})`,
    decks: `insert into decks (id, editionId, lang, theme, options, createdAt, updatedAt)
      values ('${id(13)}', '${id(2)}', 'fr', 'sober', '{"colours":null}', ${at})`,
    deckSlides: `insert into deckSlides (id, deckId, key, position, hidden, overrides, notes, createdAt, updatedAt)
      values ('${id(14)}', '${id(13)}', 'title', null, 0, '{"texts":{"title":"Nos trophées"}}', 'Sourire.', ${at})`,
    importMappings: `insert into importMappings (id, kind, signature, mapping, createdAt, updatedAt)
      values ('${id(15)}', 'sites', 'ref|remarque', '{"Réf":"code","Remarque":"notes"}', ${at})`,
  };
}

async function fill(version: number): Promise<void> {
  const path = join(fixtureFolder, `v${version}.maillage.gz`);
  const folder = mkdtempSync(join(tmpdir(), 'maillage-fill-'));
  const file = join(folder, 'fixture.maillage');
  writeFileSync(file, gunzipSync(readFileSync(path)));
  const db = new Database(file);
  db.pragma('foreign_keys = ON');
  const blobs = [await drawnPhoto(160, 64, 48), await drawnPhoto(160, 32, 24)];
  const isEmpty = (table: string): boolean => db.prepare(`select count(*) from "${table}"`).pluck().get() === 0;
  if (isEmpty('blobs'))
    for (const bytes of blobs)
      db.prepare('insert into blobs (hash, size, bytes) values (?, ?, ?)').run(hashOf(bytes), bytes.length, bytes);
  const [hash = '', thumbnail = ''] = blobs.map(hashOf);
  for (const [table, text] of Object.entries(statements(hash, thumbnail))) if (isEmpty(table)) db.exec(text);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  writeFileSync(path, gzipSync(readFileSync(file), { level: 9 }));
  rmSync(folder, { recursive: true, force: true });
}

if (import.meta.main) for (const version of [1, 2, 3]) await fill(version);
