/** Writes a deck as PPTX: its boxes as native shapes, its charts with their sheets, each picture once however often it is shown. */
import { createHash } from 'node:crypto';
import type { Box } from '#shared/deck/boxes.ts';
import { chartBook } from './chart-book.ts';
import { chartXml } from './chart.ts';
import { pictureKey, type ReadyDeck, type WriteHooks } from './deck.ts';
import { groundXml, layoutNames, masterParts, presentationParts, shapeTree } from './master.ts';
import { notesMasterName, notesMasterParts, notesNameOf, notesPart } from './notes.ts';
import { packageOf, type Link, type Part } from './package.ts';
import { propertyParts } from './properties.ts';
import { shapesOf } from './shapes.ts';
import { namespaces, solid, xmlHead } from './xml.ts';

const officeDocument = 'application/vnd.openxmlformats-officedocument';

/** The parts that slides share while they are written: pictures by their content, charts in their order. */
interface Shared {
  deck: ReadyDeck;
  media: Map<string, Part>;
  places: Map<string, string>;
  charts: Part[];
}

/** The part of a picture: under a name made of its content, so that two pictures of the same bytes are one. */
function mediaOf(box: Extract<Box, { kind: 'picture' }>, shared: Shared): string {
  const key = pictureKey(box.picture);
  const known = shared.places.get(key);
  if (known !== undefined) return known;
  const picture = shared.deck.pictures.get(key);
  if (picture === undefined) throw new Error(`No bytes for the picture ${key}`);
  const digest = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 16);
  const name = `ppt/media/${digest}.${picture.mediaType === 'image/png' ? 'png' : 'jpeg'}`;
  shared.places.set(key, name);
  shared.media.set(name, { name, type: null, content: picture.bytes, links: [] });
  return name;
}

async function addChart(box: Extract<Box, { kind: 'chart' }>, { deck, charts }: Shared): Promise<string> {
  const number = charts.length / 2 + 1;
  const name = `ppt/charts/chart${number}.xml`;
  const sheet = `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;
  charts.push(
    {
      name,
      type: `${officeDocument}.drawingml.chart+xml`,
      content: chartXml(box, deck.theme.page.fill, deck.lang),
      links: [{ id: 'rId1', type: 'package', to: sheet }],
    },
    { name: sheet, type: null, content: await chartBook(box.chart, deck.lang, deck.now), links: [] },
  );
  return name;
}

async function slidePart(number: number, shared: Shared): Promise<Part> {
  const { deck } = shared;
  const slide = deck.slides[number - 1];
  if (slide === undefined) throw new Error(`No slide ${number}`);
  const links: Link[] = [
    { id: 'rId1', type: 'slideLayout', to: layoutNames[0] },
    { id: 'rId2', type: 'notesSlide', to: notesNameOf(number) },
  ];
  const ids = new Map<Box, string>();
  for (const box of slide.laid.boxes) {
    if (box.kind !== 'picture' && box.kind !== 'chart') continue;
    const [type, to] =
      box.kind === 'picture' ? ['image', mediaOf(box, shared)] : ['chart', await addChart(box, shared)];
    const same = links.find((link) => link.to === to);
    const link = same ?? { id: `rId${links.length + 1}`, type, to };
    if (same === undefined) links.push(link);
    ids.set(box, link.id);
  }
  const shapes = shapesOf(slide.laid.boxes, { lang: deck.lang, linkOf: (box) => ids.get(box) ?? '' });
  return {
    name: `ppt/slides/slide${number}.xml`,
    type: `${officeDocument}.presentationml.slide+xml`,
    content: `${xmlHead}<p:sld ${namespaces}><p:cSld>${groundXml(solid(slide.laid.background))}${shapeTree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    links,
  };
}

/** Writes the deck; the answer is the whole file, the same bytes for the same deck. Throws what `breathe` throws. */
export async function writePptx(deck: ReadyDeck, hooks: WriteHooks = {}): Promise<Uint8Array> {
  const shared: Shared = { deck, media: new Map(), places: new Map(), charts: [] };
  const slides: Part[] = [];
  const notes: Part[] = [];
  for (const [index, slide] of deck.slides.entries()) {
    const part = await slidePart(index + 1, shared);
    slides.push(part);
    notes.push(notesPart(index + 1, part.name, slide.notes, deck.lang));
    hooks.onSlide?.(index + 1);
    if (index % 25 === 24) await hooks.breathe?.();
  }
  await hooks.breathe?.();
  const names = slides.map(({ name }) => name);
  return packageOf(
    [
      ...presentationParts(names, notesMasterName, deck.lang),
      ...masterParts(deck.theme, deck.organisation, deck.lang),
      ...notesMasterParts(deck.theme, deck.organisation, deck.lang),
      ...slides,
      ...notes,
      ...shared.charts,
      ...shared.media.values(),
      ...propertyParts(deck),
    ],
    [
      { id: 'rId1', type: 'officeDocument', to: 'ppt/presentation.xml' },
      { id: 'rId2', type: 'core-properties', to: 'docProps/core.xml' },
      { id: 'rId3', type: 'extended-properties', to: 'docProps/app.xml' },
    ],
    deck.now,
  );
}
