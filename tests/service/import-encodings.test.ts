/** Encodings: what a file is written in, where it is damaged, and accents that were read wrongly before they came. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inspection } from '#shared/import/contract.ts';
import { isGarbled, mendGarbled } from '#shared/import/garbled.ts';
import { decodeCp850 } from '../../electron/service/sources/cp850.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

function file(content: string | Uint8Array): string {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  return path;
}

const looked = (content: string | Uint8Array): Promise<Inspection> =>
  workspace.call('imports.inspect', { path: file(content), kind: 'sites' });

/** Letters as the bytes of a one-byte encoding, by asking its decoder for each byte. */
function encoder(decode: (byte: Uint8Array) => string): (text: string) => Buffer {
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decode(Uint8Array.of(byte)), byte]));
  return (text) => Buffer.from([...text].map((letter) => bytes.get(letter) ?? 63));
}
const labels = ['windows-1252', 'iso-8859-15', 'macintosh'] as const;
const encoders = {
  ...(Object.fromEntries(
    labels.map((label) => [label, encoder((bytes) => new TextDecoder(label).decode(bytes))]),
  ) as Record<(typeof labels)[number], (text: string) => Buffer>),
  cp850: encoder(decodeCp850),
};

describe('a one-byte encoding', () => {
  const rows = 'Code;Nom;Ville\nA1;Atelier Besançon;Besançon\nA2;Dépôt d’Orléans;Orléans\nA3;Siège de Nîmes;Nîmes\n';
  const plain = rows.replace('’', "'");
  it.each([
    ['an old Mac', 'macintosh', rows.replaceAll('\n', '\r')],
    ['a Mac that ends lines as others do', 'macintosh', rows],
    ['MS-DOS', 'cp850', plain.replaceAll('\n', '\r\n')],
    ['Windows', 'windows-1252', rows],
    ['Windows, of small words', 'windows-1252', 'Code;Nom\nA1;Café\nA2;N° 3 à Évry\nA3;ÉCOLE D’ÉTÉ\n'],
    ['Windows, of another country', 'windows-1252', 'Code;Name\nA1;Straße\nA2;Møller\nA3;Peña\nA4;Åre\n'],
    ['Windows, of a rare letter alone', 'windows-1252', 'Code;Nom\nA1;Škoda\n'],
    ['latin 9', 'iso-8859-15', 'Code;Nom\nA1;Cœur de ville\nA2;Sœurs Lumière\n'],
  ] as const)('of %s is known by its letters', async (_what, encoding, text) => {
    const found = await looked(encoders[encoding](text));
    expect(found).toMatchObject({ encoding, encodingFault: null });
    expect(found.preview.map(({ cells }) => cells)).toEqual(
      text
        .split(/\r\n|[\r\n]/)
        .slice(1, -1)
        .map((line) => line.split(';')),
    );
  });

  it('says nothing is lost where another encoding has the letter', async () => {
    const path = file(encoders.macintosh(rows));
    const mapping = { Code: 'code', Nom: 'name', Ville: 'city' };
    const { notes } = await workspace.call('imports.dryRun', { path, kind: 'sites', mapping });
    expect(notes.map(({ note }) => note)).not.toContain('lettersLost');
    const wrong = await workspace.call('imports.dryRun', { path, kind: 'sites', mapping, encoding: 'windows-1252' });
    expect(wrong.notes.map(({ note }) => note)).toContain('lettersUnread');
    expect(wrong.notes.map(({ note }) => note)).not.toContain('lettersLost');
  });

  it('of French names is never taken for another, whatever the names', async () => {
    const name = fc.constantFrom(
      'Besançon',
      'Orléans',
      'Nîmes',
      'Évreux',
      'Châlons',
      'Angoulême',
      'Le Mée',
      'Fontenay-le-Fleury',
      'Sète',
      'Coëtquidan',
      'Dôle',
      'Piñol',
      'Müller',
      'Haÿ',
      'ÉTAMPES',
      'André à Créteil',
      'N° 12',
      'Bû',
      'Saint-Gaudens',
      'Hôpital Saint-Étienne',
    );
    await holds(
      fc.asyncProperty(
        fc.constantFrom('windows-1252', 'macintosh', 'cp850') as fc.Arbitrary<keyof typeof encoders>,
        fc.array(name, { minLength: 4, maxLength: 12 }),
        async (encoding, names) => {
          const text = `Code;Nom\n${['Orléans', 'Bézières', ...names].map((one, n) => `A${n};${one}`).join('\n')}\n`;
          expect(await looked(encoders[encoding](text))).toMatchObject({ encoding });
        },
      ),
      { runs: 100 },
    );
  });
});

describe('a file of UTF-8 with bytes that are none', () => {
  const before = "Code;Nom;Notes\nA1;Collecte d'été;Équipe dévouée\nA2;Fête;R";
  const damaged = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xfc, 0xbe, 0x8e]),
    Buffer.from('ussie très appréciée\n'),
  ]);

  it('stays UTF-8, says the byte and the line, and goes on with a mark when asked', async () => {
    const position = Buffer.byteLength(before);
    const found = await looked(damaged);
    expect(found).toMatchObject({ encoding: 'utf-8', encodingFault: { position, line: 3, count: 1 } });
    expect(found.preview[0]?.cells[1]).toBe("Collecte d'été");
    const input = {
      path: file(damaged),
      kind: 'sites' as const,
      mapping: { Code: 'code', Nom: 'name', Notes: 'notes' },
    };
    for (const encoding of [null, 'utf-8'] as const)
      expect(await workspace.refused('imports.commit', { ...input, encoding })).toMatchObject({
        code: 'encoding_invalid',
        details: { position, line: 3, count: 1 },
      });
    const report = await workspace.call('imports.commit', { ...input, markFaults: true });
    expect(report.counts).toMatchObject({ created: 2 });
    expect(report.notes).toContainEqual(expect.objectContaining({ column: 'Notes', note: 'lettersLost', lines: [3] }));
  });

  it.each([
    ['cut at its end', [0xc3], 1],
    ['with an overlong letter', [0xc0, 0xaf], 1],
    ['with an overlong letter of three', [0xe0, 0x80, 0x80], 1],
    ['with one of four', [0xf0, 0x80, 0x80, 0x80], 1],
    ['with half a pair', [0xed, 0xa0, 0x80], 1],
    ['beyond the last letter', [0xf4, 0x90, 0x80, 0x80], 1],
    ['in two places', [0xff, 0x61, 0xff], 2],
  ])('%s is found at the same byte as the platform finds it', async (_what, bytes, count) => {
    const head = Buffer.from('Code;Nom\r\nA1;été, août, Noël, Évry, déjà, forêt\r\nA2;fin');
    const { encodingFault } = await looked(Buffer.concat([head, Buffer.from(bytes)]));
    expect(encodingFault).toEqual({ position: head.length, line: 3, count });
  });

  it('half of whose letters are Windows’ is read as these, and the others are mended', async () => {
    const mixed = Buffer.concat([
      Buffer.from('Code;Nom\nA1;Orléans\n'),
      encoders['windows-1252']('A2;Nîmes\nA3;Évry\n'),
    ]);
    const path = file(mixed);
    await workspace.call('imports.commit', { path, kind: 'sites', mapping: { Code: 'code', Nom: 'name' } });
    expect((await workspace.call('sites.list', { sort: 'code' })).rows.map((row) => row.name)).toEqual([
      'Orléans',
      'Nîmes',
      'Évry',
    ]);
  });

  it('of UTF-16 is found too', async () => {
    const text = Buffer.from('\uFEFFCode;Nom\nA1;été\n', 'utf16le');
    const lone = Buffer.concat([text, Buffer.from([0x00, 0xd8, 0x41, 0x00])]);
    expect(await looked(lone)).toMatchObject({
      encoding: 'utf-16le',
      encodingFault: { position: text.length, line: 3, count: 1 },
    });
  });
});

describe('accents that were read wrongly', () => {
  const wrongly = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

  it('are mended to the end, however often', () => {
    for (const text of ['Soutien à la plage', 'Collège', 'Île d’Oléron – été', 'Cœur', '12 € à Évry'])
      for (let [reading, garbled] = [0, wrongly(text)]; reading < 3; reading += 1, garbled = wrongly(garbled))
        expect([reading, mendGarbled(garbled)]).toEqual([reading, text]);
  });

  it('are mended where only some were', () => {
    expect(mendGarbled('Montluçon et MontluÃ§on')).toBe('Montluçon et Montluçon');
    expect(mendGarbled('日本 – CollÃ¨ge')).toBe('日本 – Collège');
  });

  it('are left and said when they cannot be', async () => {
    const path = file('Code;Nom\nA1;Soutien ÃƒÂ la plage\n');
    const report = await workspace.call('imports.dryRun', {
      path,
      kind: 'sites',
      mapping: { Code: 'code', Nom: 'name' },
    });
    expect(report.notes.map(({ note }) => note)).toContain('lettersGarbled');
    expect(report.notes.map(({ note }) => note)).not.toContain('lettersMended');
  });

  it('are not seen in texts that are well written', () => {
    for (const text of ['ÂGÉ', 'SÃO PAULO', 'Îlots « à »', 'CÔTÉ', 'NOËL', 'L’Haÿ', 'Ã', 'Måløy', 'Âge d’or']) {
      expect([text, mendGarbled(text)]).toEqual([text, null]);
      expect([text, isGarbled(text)]).toEqual([text, false]);
    }
  });
});

it('a letter lost to a question mark is said, a question is not', async () => {
  const path = file('Code;Nom;Notes\nA1;Besan?on;Quoi ? Rien.\nA2;Brest;https://exemple.fr/a?b=c\n');
  const { notes } = await workspace.call('imports.dryRun', {
    path,
    kind: 'sites',
    mapping: { Code: 'code', Nom: 'name', Notes: 'notes' },
  });
  expect(notes.filter(({ note }) => note === 'lettersLost')).toEqual([
    expect.objectContaining({ column: 'Nom', count: 1 }),
  ]);
});
