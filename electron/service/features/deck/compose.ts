/** Makes an edition's slides from its facts, in the order of the ceremony. Pure. */
import { dateFormat, dayText } from '#shared/base/locale.ts';
import { unitIn } from '#shared/base/units.ts';
import type { Language } from '#shared/base/common.ts';
import type { DeckWarning } from '#shared/deck/contract.ts';
import { emptySlide, inPages, pageSizes, type Figure, type Slide, type SlideItem } from '#shared/deck/slides.ts';
import { categoryColour } from '#shared/awards/colours.ts';
import { numberText } from '#shared/base/locale.ts';
import { deckWords, type DeckWords } from '#shared/deck/words.ts';
import { monthsOf, type FigureSum } from '../../domain/initiatives/figures.ts';
import { quietly, shownNominee, type ShownNominee } from './consented.ts';
import type { DeckFacts } from './facts.ts';

export interface MapSize {
  id: string;
  width: number;
  height: number;
}

interface Composed {
  slides: Slide[];
  warnings: DeckWarning[];
}

const nameIn = (sum: FigureSum, lang: Language): string => (lang === 'en' ? (sum.nameEn ?? sum.name) : sum.name);

function figureOf(sum: FigureSum, lang: Language): Figure {
  return {
    label: nameIn(sum, lang),
    value: sum.total,
    unit: unitIn(sum.unit, lang),
    decimals: sum.decimals,
    provenance: sum.provenance,
  };
}

/** Two people of one name are two. */
const isSame = (one: DeckWarning, other: DeckWarning): boolean =>
  one.kind === other.kind &&
  one.name === other.name &&
  one.personId === other.personId &&
  one.categoryId === other.categoryId &&
  one.purpose === other.purpose;

export function composeSlides(facts: DeckFacts, lang: Language, map: MapSize | null): Composed {
  const words = deckWords[lang];
  const warnings: DeckWarning[] = [];
  const warn = (warning: DeckWarning): void => {
    if (!warnings.some((known) => isSame(known, warning))) warnings.push(warning);
  };
  const { results, organisation } = facts;
  const { edition } = results;
  const categories = results.categories.map((category, at) => ({
    ...category,
    colour: categoryColour(category.colour, at),
    shown: category.nominees.map((nominee) => shownNominee(nominee, facts, words, warn)),
  }));
  const slides: Slide[] = [
    {
      ...emptySlide('title', 'title'),
      texts: {
        eyebrow: organisation.name,
        title: edition.name,
        subtitle: words.titleSubtitle,
        caption: [edition.heldOn === null ? null : dayText(edition.heldOn, lang), edition.place]
          .filter((part) => part !== null)
          .join(' · '),
      },
      picture: editionPicture(facts, words, warn),
      notes: words.notes.title(edition.name, organisation.name),
    },
    ...agendaSlides(categories, edition.name, words),
    ...figureSlides(facts, lang, words, warn),
    ...mapSlides(facts, lang, words, map, warn),
  ];
  categories.forEach((category, at) => {
    const winners = category.winnerIds.flatMap((id) => category.shown.find((nominee) => nominee.id === id) ?? []);
    if (category.shown.length === 0) warn({ kind: 'no_nominee', name: category.name, categoryId: category.id });
    else if (winners.length === 0) warn({ kind: 'no_winner', name: category.name, categoryId: category.id });
    slides.push({
      ...emptySlide(`opener:${category.id}`, 'opener'),
      texts: {
        eyebrow: words.category(at + 1, categories.length),
        title: category.name,
        body: category.description ?? '',
      },
      number: at + 1,
      colour: category.colour,
      notes: words.notes.opener(category.name, category.shown.length),
    });
    slides.push(...nomineeSlides(category.id, category.name, category.colour, category.shown, words));
    winners.forEach((winner) => slides.push(winnerSlide(winner, category.name, category.colour, facts, lang, words)));
  });
  slides.push(...wallSlides(categories, edition.name, words));
  slides.push({
    ...emptySlide('thanks', 'thanks'),
    texts: { title: words.thanks, body: words.thanksBody, caption: organisation.name },
    notes: words.notes.thanks,
  });
  for (const { personId, purpose, lastDay } of facts.endingConsents) {
    const person = facts.people.get(personId);
    if (person !== undefined)
      warn({
        kind: 'consent_ends',
        name: `${person.firstName} ${person.lastName}`.trim(),
        personId,
        purpose,
        day: lastDay,
      });
  }
  return { slides, warnings };
}

type ShownCategory = { id: string; name: string; colour: string; winnerIds: string[]; shown: ShownNominee[] };

function editionPicture(facts: DeckFacts, words: DeckWords, warn: (warning: DeckWarning) => void): Slide['picture'] {
  const kept = facts.editionPictureId === null ? undefined : facts.pictures.get(facts.editionPictureId);
  if (kept === undefined) return null;
  const found = quietly(kept, facts, warn);
  return { ...found, alt: found.alt === '' ? words.pictureOf(facts.results.edition.name) : found.alt };
}

function agendaSlides(categories: ShownCategory[], edition: string, words: DeckWords): Slide[] {
  if (categories.length === 0) return [];
  const entries = categories.map(({ name, colour }): SlideItem => ({
    eyebrow: null,
    title: name,
    detail: null,
    colour,
    picture: null,
    person: false,
  }));
  let from = 1;
  return inPages(entries, pageSizes.agenda).map((items, at) => {
    const slide: Slide = {
      ...emptySlide(at === 0 ? 'agenda' : `agenda:${at + 1}`, 'agenda'),
      texts: { eyebrow: edition, title: at === 0 ? words.agenda : words.agendaNext },
      items,
      number: from,
      notes: words.notes.agenda(categories.length),
    };
    from += items.length;
    return slide;
  });
}

function figureSlides(
  facts: DeckFacts,
  lang: Language,
  words: DeckWords,
  warn: (warning: DeckWarning) => void,
): Slide[] {
  const { figures, period } = facts;
  const year = String(facts.results.edition.year);
  if (figures.length === 0) {
    warn({ kind: 'no_figures', name: year });
    return [];
  }
  const texts = {
    eyebrow: words.yearIn(year),
    caption: words.figuresCaption(dayText(period.from, lang), dayText(period.to, lang)),
  };
  const spoken = (figure: Figure): string =>
    `${figure.label}${lang === 'fr' ? '\u00a0' : ''}: ${numberText(figure.value, figure.decimals, lang)}${figure.unit === '' ? '' : `\u00a0${figure.unit}`}`;
  // One slide of large figures: the others are a report's business.
  const shown = figures.slice(0, pageSizes.figures).map((sum) => figureOf(sum, lang));
  const slides: Slide[] =
    figures.length === 1
      ? []
      : [
          {
            ...emptySlide('figures', 'figures'),
            texts: { ...texts, title: words.figuresTitle },
            figures: shown,
            notes: words.notes.figures(shown.map(spoken)),
          },
        ];
  const charted = figures.find((sum) => sum.months.size >= 3) ?? (figures.length === 1 ? figures[0] : undefined);
  if (charted === undefined) return slides;
  const months = monthsOf(period.from);
  const narrow = dateFormat(lang, { month: 'narrow' });
  const name = nameIn(charted, lang);
  slides.push({
    ...emptySlide('chart', 'figures'),
    texts: { ...texts, title: words.chartTitle(name) },
    figures: [figureOf(charted, lang)],
    notes: words.notes.chart(name),
    chart:
      charted.months.size < 3
        ? null
        : {
            type: 'bar',
            title: name,
            unit: unitIn(charted.unit, lang),
            decimals: charted.decimals,
            labels: months.map((month) => narrow.format(new Date(`${month}-01T00:00:00Z`))),
            values: months.map((month) => charted.months.get(month) ?? null),
            provenances: months.map((month) => charted.monthProvenances.get(month) ?? 'measured'),
          },
  });
  return slides;
}

function mapSlides(
  facts: DeckFacts,
  lang: Language,
  words: DeckWords,
  map: MapSize | null,
  warn: (warning: DeckWarning) => void,
): Slide[] {
  const { network } = facts;
  if (network.sites === 0) return [];
  if (map === null) warn({ kind: 'no_map', name: String(network.sites - network.placed) });
  const picture =
    map === null
      ? null
      : { source: 'map' as const, ...map, alt: words.mapAlt(numberText(network.placed, 0, lang)), credit: null };
  return [
    {
      ...emptySlide('map', 'picture'),
      texts: {
        eyebrow: words.network,
        title: words.mapTitle,
        body: words.mapBody(network, (value) => numberText(value, 0, lang)),
      },
      picture,
      notes: words.notes.map,
    },
  ];
}

function itemOf(nominee: ShownNominee, eyebrow: string | null, colour: string): SlideItem {
  return {
    eyebrow,
    title: nominee.title,
    detail: nominee.siteName,
    colour,
    picture: nominee.picture,
    person: nominee.person,
  };
}

/** Nominees come in the alphabet's order: the order of the ranking would give the winner away. */
function nomineeSlides(
  categoryId: string,
  name: string,
  colour: string,
  nominees: ShownNominee[],
  words: DeckWords,
): Slide[] {
  if (nominees.length === 0) return [];
  const ordered = [...nominees].sort((a, b) => a.title.localeCompare(b.title, 'fr') || (a.id < b.id ? -1 : 1));
  return inPages(ordered, pageSizes.nominees).map((shown, at): Slide => ({
    ...emptySlide(at === 0 ? `nominees:${categoryId}` : `nominees:${categoryId}:${at + 1}`, 'nominees'),
    texts: { eyebrow: name, title: words.nominees(nominees.length) },
    items: shown.map((nominee) => itemOf(nominee, null, colour)),
    colour,
    notes: words.notes.nominees(
      shown.map(({ title, siteName }) => [title, siteName].filter((part) => part !== null).join(', ')),
    ),
  }));
}

function winnerSlide(
  winner: ShownNominee,
  category: string,
  colour: string,
  facts: DeckFacts,
  lang: Language,
  words: DeckWords,
): Slide {
  const figures = winner.initiativeId === null ? [] : (facts.winnerFigures.get(winner.initiativeId) ?? []);
  // What came of it says more than what was put into it.
  const telling = [...figures].sort((a, b) => rankOfKind(a.kind) - rankOfKind(b.kind)).slice(0, 2);
  return {
    ...emptySlide(`winner:${winner.id}`, 'winner'),
    texts: {
      eyebrow: words.winnerOf(category),
      title: winner.title,
      subtitle: winner.siteName ?? '',
      body: winner.story ?? '',
      citation: winner.citation ?? '',
    },
    picture: winner.picture,
    figures: telling.map((sum) => figureOf(sum, lang)),
    colour,
    person: winner.person,
    notes: words.notes.winner({
      category,
      name: winner.title,
      site: winner.siteName,
      story: winner.story,
      citation: winner.citation,
    }),
  };
}

const rankOfKind = (kind: FigureSum['kind']): number => ({ impact: 0, output: 1, input: 2 })[kind];

function wallSlides(categories: ShownCategory[], edition: string, words: DeckWords): Slide[] {
  const items = categories.flatMap((category) =>
    category.winnerIds.flatMap((id) => {
      const winner = category.shown.find((nominee) => nominee.id === id);
      return winner === undefined ? [] : [itemOf(winner, category.name, category.colour)];
    }),
  );
  if (items.length === 0) return [];
  return inPages(items, pageSizes.winners).map((shown, at): Slide => ({
    ...emptySlide(at === 0 ? 'winners' : `winners:${at + 1}`, 'winners'),
    texts: { eyebrow: edition, title: words.winners },
    items: shown,
    notes: words.notes.winners,
  }));
}
