/** A block of scores pasted into the grid: never on another line than its own, and nothing dropped without a word. */
import fc from 'fast-check';
import { holds } from '../factories/properties.ts';
import { describe, expect, it } from 'vitest';
import { placeBlock, readBlock, type PasteGrid, type Pasted } from '../../renderer/features/awards/score-paste.ts';

const row = (title: string, recused = false) => ({ id: title, title, names: [title], recused });
const grid = (over: Partial<PasteGrid> = {}): PasteGrid => ({
  rows: [row('À vélo'), row('Potager', true), row('Zéro gobelet'), row('Karim Benali')],
  criteria: ['Impact', 'Engagement', 'Essaimage'].map((name) => ({ id: name, name })),
  at: { row: 0, column: 0 },
  ...over,
});
const paste = (text: string, over: Partial<PasteGrid> = {}): Pasted =>
  placeBlock(readBlock(text) ?? [[text]], grid(over));
/** "À vélo Impact 8" for every cell that is filled. */
const filled = (pasted: Pasted): string[] =>
  pasted.ok ? pasted.cells.map((cell) => `${cell.nomineeId} ${cell.criterionId} ${cell.text}`) : [];

describe('reading the clipboard', () => {
  it('keeps the blank lines within, and ends where the spreadsheet does', () => {
    expect(readBlock('8\r\n')).toBeNull();
    expect(readBlock('8\r\n\r\n7\r\n')).toEqual([['8'], [''], ['7']]);
    expect(readBlock('8\t7\n6\n')).toEqual([
      ['8', '7'],
      ['6', ''],
    ]);
  });
  it('takes a quoted cell for one cell, whatever it holds', () => {
    expect(readBlock('"Le vélo\nd’abord"\t8\n"Dit ""le potager"""\t7,5')).toEqual([
      ['Le vélo d’abord', '8'],
      ['Dit "le potager"', '7,5'],
    ]);
  });
});

describe('a block without names', () => {
  it('as high as those who can be scored goes over the recusal', () => {
    expect(filled(paste('8\n6,5\n3\n'))).toEqual([
      'À vélo Impact 8',
      'Zéro gobelet Impact 6,5',
      'Karim Benali Impact 3',
    ]);
  });
  it('as high as the whole list keeps its lines, and says what lay on the recusal', () => {
    const pasted = paste('8\n9\n6,5\n3\n');
    expect(filled(pasted)).toEqual(['À vélo Impact 8', 'Zéro gobelet Impact 6,5', 'Karim Benali Impact 3']);
    expect(pasted).toMatchObject({ dropped: [{ kind: 'recused', name: 'Potager', texts: ['9'] }] });
  });
  it('with the recusal left blank keeps its lines too, even when it is lower than the list', () => {
    expect(filled(paste('8\t7\n\t\n', { rows: [...grid().rows, row('Cinq')] }))).toEqual([
      'À vélo Impact 8',
      'À vélo Engagement 7',
    ]);
  });
  it('is refused where the recusal could be counted or not', () => {
    expect(paste('8\n7\n')).toMatchObject({ fault: { kind: 'acrossRecusal', lines: 2, all: 4, scorable: 3 } });
    expect(paste('8\n\n3\n')).toMatchObject({ fault: { kind: 'acrossRecusal', lines: 3 } });
  });
  it('is taken from the cell down where nobody stands aside', () => {
    expect(filled(paste('8\n', { at: { row: 2, column: 1 } }))).toEqual(['Zéro gobelet Engagement 8']);
    expect(filled(paste('8\n\n', { at: { row: 2, column: 1 } }))).toEqual(['Zéro gobelet Engagement 8']);
  });
  it('is refused when it is too high or too wide, and blank lines below do not count', () => {
    expect(paste('8\n7\n6\n', { at: { row: 2, column: 0 } })).toEqual({
      ok: false,
      fault: { kind: 'tooTall', lines: 3, room: 2 },
    });
    expect(paste('8\t7\t6\t5\n')).toEqual({ ok: false, fault: { kind: 'tooWide', columns: 4, room: 3 } });
    expect(filled(paste('8\n7\n\n\n', { at: { row: 2, column: 0 } }))).toHaveLength(2);
    expect(paste('huit\nneuf\n')).toEqual({ ok: false, fault: { kind: 'noNumber' } });
  });
  it('leaves what is there where a cell is empty', () => {
    expect(filled(paste('\t8\n', { at: { row: 2, column: 0 } }))).toEqual(['Zéro gobelet Engagement 8']);
  });
});

describe('a block with names', () => {
  it('goes to whom it names, in any order, from any cell', () => {
    const pasted = paste('zero gobelet\t1\t2\t3\nBenali Karim\t4\t5\t6\n', { at: { row: 3, column: 2 } });
    expect(filled(pasted)).toEqual([
      'Zéro gobelet Impact 1',
      'Zéro gobelet Engagement 2',
      'Zéro gobelet Essaimage 3',
      'Karim Benali Impact 4',
      'Karim Benali Engagement 5',
      'Karim Benali Essaimage 6',
    ]);
  });
  it('is read by its headers too, and says which lines and columns it leaves', () => {
    const pasted = paste(
      'Nommé\tSite\tEssaimage\tImpact\tTotal\nÀ vélo\tLyon\t3\t8\t11\nPotager\tLyon\t9\t9\t18\nMoyenne\t\t6\t8,5\t14,5\n',
    );
    expect(filled(pasted)).toEqual(['À vélo Essaimage 3', 'À vélo Impact 8']);
    expect(pasted).toMatchObject({
      dropped: [
        { kind: 'recused', name: 'Potager', texts: ['9', '9'] },
        { kind: 'notNominee', name: 'Moyenne' },
        { kind: 'notCriterion', name: 'Site' },
        { kind: 'notCriterion', name: 'Total' },
      ],
    });
  });
  it('finds a name split over two columns, and leaves other words', () => {
    const pasted = paste('Benali\tKarim\tNantes\t4\n');
    expect(filled(pasted)).toEqual(['Karim Benali Impact 4']);
    expect(pasted).toMatchObject({ dropped: [{ kind: 'notCriterion', name: 'Nantes' }] });
  });
  it('is refused when no name, or a name twice, or one of two fits', () => {
    expect(paste('Compost\t8\nRuches\t7\n')).toEqual({ ok: false, fault: { kind: 'noName', name: 'Compost' } });
    expect(paste('À vélo\t8\nA VELO\t7\n')).toEqual({ ok: false, fault: { kind: 'nameTwice', name: 'À vélo' } });
    expect(paste('Collecte\t8\n', { rows: [row('Collecte'), { ...row('collecte'), id: '2' }] })).toEqual({
      ok: false,
      fault: { kind: 'nameOfSeveral', name: 'Collecte' },
    });
  });
});

it('never gives a line to another nominee than the one it stood beside, whoever stands aside', () => {
  const list = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }).filter((recused) => recused.includes(false));
  holds(
    fc.property(list, fc.boolean(), fc.boolean(), (recused, listed, named) => {
      const rows = recused.map((aside, index) => row(`Nommé n° ${index}`, aside));
      const lines = rows.filter((one) => listed || !one.recused);
      const text = lines.map((one) => `${named ? `${one.title}\t` : ''}${rows.indexOf(one)},5\n`).join('');
      const pasted = placeBlock(readBlock(text) ?? [[text.trim()]], grid({ rows }));
      expect(filled(pasted)).toEqual(
        rows.flatMap((one, index) => (one.recused ? [] : [`${one.title} Impact ${index},5`])),
      );
    }),
    { runs: 300 },
  );
});
