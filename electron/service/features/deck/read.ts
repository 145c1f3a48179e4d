/** Reads a deck whole: its record, its theme, its slides as they stand today. */
import type { Language } from '#shared/base/common.ts';
import type { DeckInfo, DeckSlide, DeckWarning } from '#shared/deck/contract.ts';
import type { Picture } from '#shared/deck/slides.ts';
import { layoutSlide, type LayoutContext } from '#shared/deck/layout.ts';
import { temperaments, themeOf, type Temperament, type Theme } from '#shared/deck/themes.ts';
import { deckWords } from '#shared/deck/words.ts';
import { AppError } from '#shared/base/result.ts';
import type { AnyDb, ReadDb, Row } from '../../database/tables.ts';
import { found } from '../../records/records.ts';
import { withheldFaces } from './choices.ts';
import { composeSlides } from './compose.ts';
import { quietly } from './consented.ts';
import { logoOf, picturesById, readFacts } from './facts.ts';
import { mapOf, type DeckMap } from './map.ts';
import { chosenPictureIds, deckOptionsSchema, mergeSlides } from './stored.ts';

type DeckRow = Row<'decks'> & { editionName: string; year: number };

export function deckRows(db: AnyDb) {
  return (db as ReadDb)
    .selectFrom('decks')
    .innerJoin('awardEditions', 'awardEditions.id', 'decks.editionId')
    .selectAll('decks')
    .select(['awardEditions.name as editionName', 'awardEditions.year']);
}

export function deckInfo(
  row: DeckRow,
  organisation: Pick<Row<'organisation'>, 'primaryColour' | 'accentColour'>,
): DeckInfo {
  const { colours } = deckOptionsSchema.catch({ colours: null }).parse(JSON.parse(row.options));
  const temperament = temperaments.find((known) => known === row.theme) ?? 'sober';
  return {
    id: row.id,
    editionId: row.editionId,
    editionName: row.editionName,
    year: row.year,
    lang: row.lang,
    ownColours: colours === null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    theme: {
      temperament,
      primary: colours?.primary ?? organisation.primaryColour,
      accent: colours?.accent ?? organisation.accentColour,
    },
  };
}

export async function organisationColours(
  db: AnyDb,
): Promise<Pick<Row<'organisation'>, 'primaryColour' | 'accentColour'>> {
  return (db as ReadDb).selectFrom('organisation').select(['primaryColour', 'accentColour']).executeTakeFirstOrThrow();
}

/** Throws `not_found`. */
export async function deckById(db: AnyDb, id: string): Promise<DeckInfo> {
  const row = found(await deckRows(db).where('decks.id', '=', id).executeTakeFirst(), 'decks', id);
  return deckInfo(row, await organisationColours(db));
}

export interface WholeDeck {
  title: string;
  organisation: string;
  lang: Language;
  theme: Theme;
  logo: Picture | null;
  slides: DeckSlide[];
  warnings: DeckWarning[];
  map: DeckMap | null;
}

/** The deck of an edition in a language, with what is stored of it; without a record, as the data alone gives it. */
export async function wholeDeck(
  db: AnyDb,
  choice: { editionId: string; lang: Language; deck: DeckInfo | null },
  today: string,
  resources: string,
): Promise<WholeDeck> {
  const { editionId, lang, deck } = choice;
  const facts = await readFacts(db, editionId, today);
  const wanted = deck?.theme ?? {
    temperament: 'sober' as Temperament,
    primary: facts.organisation.primaryColour,
    accent: facts.organisation.accentColour,
  };
  const theme = themeOf(wanted);
  const map = facts.network.placed === 0 ? null : await mapOf(db, theme, resources);
  const { slides, warnings } = composeSlides(
    facts,
    lang,
    map === null ? null : { id: editionId, width: map.width, height: map.height },
  );
  const stored =
    deck === null
      ? []
      : await (db as ReadDb)
          .selectFrom('deckSlides')
          .select(['key', 'position', 'hidden', 'overrides', 'notes'])
          .where('deckId', '=', deck.id)
          .orderBy('seq')
          .execute();
  const chosenIds = chosenPictureIds(stored);
  const chosen = await picturesById(db, chosenIds);
  // A face that was chosen while its consent was valid leaves the slide with the consent.
  for (const [id, { personId, name }] of await withheldFaces(db, chosenIds, today)) {
    if (
      chosen.delete(id) &&
      !warnings.some((warning) => warning.kind === 'face_without_consent' && warning.personId === personId)
    )
      warnings.push({ kind: 'face_without_consent', name, personId });
  }
  // So does a name in what describes it.
  for (const [id, picture] of chosen) {
    chosen.set(
      id,
      quietly(picture, facts, (warning) => {
        if (!warnings.some(({ kind, personId }) => kind === warning.kind && personId === warning.personId))
          warnings.push(warning);
      }),
    );
  }
  const logo = logoOf(facts, lang);
  const merged = mergeSlides(slides, stored, chosen, deckWords[lang]);
  return {
    title: facts.results.edition.name,
    organisation: facts.organisation.name,
    lang,
    theme,
    logo,
    map,
    warnings: [...(await toldApart(db, warnings)), ...cutTexts(merged, { theme, lang, logo })],
    slides: merged,
  };
}

/** The slides on which a text does not fit and is cut, by the layout that all that is written follows. */
function cutTexts(slides: DeckSlide[], context: LayoutContext): DeckWarning[] {
  return slides
    .filter((slide) => !slide.hidden)
    .filter((slide) => layoutSlide(slide, context).boxes.some((box) => box.kind === 'text' && box.truncated))
    .map((slide) => ({ kind: 'text_cut', name: slide.texts.title ?? '', slideKey: slide.key }));
}

/** Warnings about people of one name say of each at which site they are. */
async function toldApart(db: AnyDb, warnings: DeckWarning[]): Promise<DeckWarning[]> {
  const ids = new Map<string, Set<string>>();
  for (const { name, personId } of warnings)
    if (personId !== undefined) ids.set(name, (ids.get(name) ?? new Set()).add(personId));
  const shared = [...ids.values()].filter(({ size }) => size > 1).flatMap((some) => [...some]);
  if (shared.length === 0) return warnings;
  const rows = await (db as ReadDb)
    .selectFrom('people')
    .leftJoin('sites', 'sites.id', 'people.siteId')
    .select(['people.id', 'people.jobTitle', 'sites.name as site'])
    .where('people.id', 'in', shared)
    .execute();
  const details = new Map(rows.map(({ id, jobTitle, site }) => [id, site ?? jobTitle]));
  return warnings.map((warning) => {
    const detail = details.get(warning.personId ?? '') ?? null;
    return detail === null ? warning : { ...warning, name: `${warning.name} (${detail})` };
  });
}

/** The slide of that key, or `not_found`. */
export async function slideOf(
  db: AnyDb,
  deckId: string,
  key: string,
  today: string,
  resources: string,
): Promise<{ deck: DeckInfo; slides: DeckSlide[]; slide: DeckSlide }> {
  const deck = await deckById(db, deckId);
  const { slides } = await wholeDeck(db, { editionId: deck.editionId, lang: deck.lang, deck }, today, resources);
  const slide = slides.find((each) => each.key === key);
  if (slide === undefined) throw new AppError('not_found', { table: 'deckSlides', id: key });
  return { deck, slides, slide };
}
