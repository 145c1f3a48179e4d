/** Writes a deck to a PPTX or PDF file, whole or not at all, and says what was left out. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { deckContract } from '#shared/deck/contract.ts';
import { page } from '#shared/deck/boxes.ts';
import { layoutSlide } from '#shared/deck/layout.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf, JobContext } from '../../context.ts';
import { writeAtomically, writeError, writeFileAtomically } from '../../formats/atomic-file.ts';
import { fontFaces } from '../../formats/deck-fonts.ts';
import { deckHtml } from '../../formats/deck-html.ts';
import { pictureKey, type ReadyDeck } from '../../formats/pptx/deck.ts';
import { writePptx } from '../../formats/pptx/write.ts';
import { found } from '../../records/records.ts';
import { loadPictures, withLoaded } from './pictures.ts';
import { deckById, deckInfo, deckRows, organisationColours, wholeDeck } from './read.ts';

type Export = HandlersOf<typeof deckContract>['deck.export'];

/** The deck asked for: by its id, or that of an edition in a language, which need not have been built. */
async function choose(job: JobContext, input: Parameters<Export>[1]): Promise<Parameters<typeof wholeDeck>[1]> {
  if (input.deckId !== undefined) {
    const deck = await deckById(job.db, input.deckId);
    const lang = input.lang ?? deck.lang;
    // What was rewritten is in the deck's own language: another one is told by the data, in the same theme.
    return lang === deck.lang
      ? { editionId: deck.editionId, lang, deck }
      : choose(job, { ...input, deckId: undefined, editionId: deck.editionId, lang });
  }
  const editionId = input.editionId ?? '';
  found(
    await job.db.selectFrom('awardEditions').select('id').where('id', '=', editionId).executeTakeFirst(),
    'awardEditions',
    editionId,
  );
  const organisation = await job.db.selectFrom('organisation').select('lang').executeTakeFirstOrThrow();
  const lang = input.lang ?? organisation.lang;
  const row = await deckRows(job.db)
    .where('decks.editionId', '=', editionId)
    .where('decks.lang', '=', lang)
    .executeTakeFirst();
  return { editionId, lang, deck: row === undefined ? null : deckInfo(row, await organisationColours(job.db)) };
}

export const exportDeck: Export = async (job, input) => {
  const { printPdf } = job.host;
  if (input.format === 'pdf' && printPdf === undefined) throw new AppError('printing_unavailable');
  job.progress({ done: 0, total: null, label: 'writingDeck' });
  const whole = await wholeDeck(job.db, await choose(job, input), job.today, job.host.resources);
  const shown = whole.slides.filter((slide) => !slide.hidden);
  const { bytes, warnings } = await loadPictures(job, shown, whole.logo, whole.map);
  const logo = whole.logo !== null && bytes.has(pictureKey(whole.logo)) ? whole.logo : null;
  const context = { theme: whole.theme, lang: whole.lang, logo };
  const deck: ReadyDeck = {
    title: whole.title,
    organisation: whole.organisation,
    lang: whole.lang,
    theme: whole.theme,
    pictures: bytes,
    now: job.now,
    slides: withLoaded(shown, bytes).map((slide) => ({ laid: layoutSlide(slide, context), notes: slide.notes })),
  };
  if (printPdf !== undefined && input.format === 'pdf') await writePdf(job, deck, input.outPath, printPdf);
  else {
    const file = await writePptx(deck, {
      onSlide: (done) => job.progress({ done, total: deck.slides.length, label: 'writingDeck' }),
      breathe: job.breathe,
    });
    await writeFileAtomically(input.outPath, file, job.signal);
  }
  return { path: input.outPath, slides: deck.slides.length, warnings: [...whole.warnings, ...warnings] };
};

type Print = NonNullable<JobContext['host']['printPdf']>;

/** The target is tried first: what cannot be written is said before three hundred pages are printed. */
async function writePdf(job: JobContext, deck: ReadyDeck, outPath: string, print: Print): Promise<void> {
  await writeAtomically(
    outPath,
    async (target) => {
      const folder = await mkdtemp(join(job.host.temporary, 'deck-'));
      try {
        const pdfPath = join(folder, 'deck.pdf');
        await printInto(pdfPath, folder, job, deck, print);
        for await (const bytes of createReadStream(pdfPath)) await target.writeFile(bytes as Buffer);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    job.signal,
  );
}

/** What goes wrong here is about the temporary folder, not about the place where the user wants the file. */
async function printInto(
  pdfPath: string,
  folder: string,
  job: JobContext,
  deck: ReadyDeck,
  print: Print,
): Promise<void> {
  const htmlPath = join(folder, 'deck.html');
  try {
    await writeFile(htmlPath, deckHtml(deck, await fontFaces(job.host.resources)));
    await job.breathe();
    await print(htmlPath, pdfPath, { widthInches: page.width, heightInches: page.height });
  } catch (cause) {
    throw writeError(pdfPath, cause);
  }
}
