/** A deck of every kind of slide with drawn pictures, for the tests of layout, PPTX and HTML. */
import sharp from 'sharp';
import type { Language } from '#shared/base/common.ts';
import { layoutSlide } from '#shared/deck/layout.ts';
import { emptySlide, type Picture, type Slide } from '#shared/deck/slides.ts';
import { themeOf, type Temperament } from '#shared/deck/themes.ts';
import { pictureKey, type PictureBytes, type ReadyDeck } from '../../electron/service/formats/pptx/deck.ts';

/** A drawn landscape with people in it: a stand-in for a photo, different for each hue. */
export async function drawnPhoto(hue: number, width: number, height: number): Promise<Buffer> {
  const people = [0.26, 0.42, 0.55, 0.7].map((at, index) => {
    const [x, y, r] = [at * width, height * (0.5 + 0.03 * (index % 2)), Math.min(width, height) * 0.06];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${24 + index * 6},45%,${38 + index * 9}%)"/><path d="M${x - r * 1.9} ${height} Q${x - r * 1.9} ${y + r * 1.2} ${x} ${y + r * 1.15} Q${x + r * 1.9} ${y + r * 1.2} ${x + r * 1.9} ${height}Z" fill="hsl(${hue + index * 37},38%,${30 + index * 7}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="hsl(${hue},45%,82%)"/><stop offset="1" stop-color="hsl(${hue + 20},35%,55%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="${width * 0.8}" cy="${height * 0.2}" r="${height * 0.1}" fill="hsl(45,80%,85%)"/><path d="M0 ${height * 0.62} Q${width * 0.3} ${height * 0.42} ${width * 0.6} ${height * 0.6} T${width} ${height * 0.55} V${height} H0Z" fill="hsl(${hue + 60},28%,46%)"/>${people.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}

function photo(id: string, width: number, height: number, alt: string): Picture {
  return { source: 'attachment', id, width, height, alt, credit: null };
}

/** One slide of each kind, as a French company would fill them. */
export function sampleSlides(): Slide[] {
  const [first, second, tall, wide] = [
    photo('a', 1600, 1067, 'Quatre collègues devant les vélos remis en état'),
    photo('b', 1600, 1200, 'L’équipe du site de Lyon'),
    photo('c', 900, 1600, 'Portrait de Zoé Œhler'),
    photo('d', 2400, 500, 'La collecte vue du toit'),
  ];
  const notes = 'Bonsoir à toutes et à tous.\nLaisser le temps d’applaudir.';
  const names = [
    'Le vélo d’abord',
    'Zéro gobelet & zéro <bouteille>',
    'Mentorat au collège',
    'Un toit pour les hirondelles',
    'Atelier de réparation',
    'La cantine anti-gaspi',
    'Le grand tri',
    'Courir pour l’hôpital',
  ];
  const colours = ['#1F5C4D', '#2B5C8A', '#8A4A2B', '#6B3F75', '#4F6B2A', '#8A2F45'];
  const items = names.map((title, at) => ({
    eyebrow: ['Climat', 'Solidarité', 'Biodiversité', 'Inclusion'][at % 4] ?? '',
    title,
    detail: ['Lyon Gerland', 'Nantes', 'Rungis', 'Saint-Étienne'][at % 4] ?? '',
    colour: colours[at % 6] ?? null,
    picture: [first, second, null, tall][at % 4] ?? null,
    person: at === 2,
  }));
  const slide = (key: string, kind: Slide['kind'], more: Partial<Slide>): Slide => ({
    ...emptySlide(key, kind),
    notes,
    ...more,
  });
  return [
    slide('title', 'title', {
      texts: {
        eyebrow: 'Groupe Aurore & Fils',
        title: 'Prix des ambassadeurs RSE 2026',
        subtitle: 'Celles et ceux qui font bouger leur site',
        caption: '3 décembre 2026 · Lyon',
      },
      picture: first,
    }),
    slide('title2', 'title', {
      texts: {
        eyebrow: 'Groupe Aurore & Fils',
        title: 'Prix des ambassadeurs RSE 2026',
        subtitle: 'Celles et ceux qui font bouger leur site',
        caption: '3 décembre 2026 · Lyon',
      },
    }),
    slide('agenda', 'agenda', {
      texts: { eyebrow: 'Prix 2026', title: 'Au programme' },
      items: [
        'L’année en chiffres',
        'Climat et mobilité',
        'Solidarité',
        'Biodiversité',
        'Inclusion',
        'Tous les lauréats',
      ].map((title, at) => ({
        eyebrow: null,
        title,
        detail: null,
        colour: colours[at] ?? null,
        picture: null,
        person: false,
      })),
      number: 1,
    }),
    slide('agenda2', 'agenda', {
      texts: { eyebrow: 'Prix 2026', title: 'Au programme' },
      items: Array.from({ length: 14 }, (_, at) => ({
        eyebrow: null,
        title: names[at % 8] ?? '',
        detail: null,
        colour: colours[at % 6] ?? null,
        picture: null,
        person: false,
      })),
      number: 1,
    }),
    slide('figures', 'figures', {
      texts: {
        eyebrow: 'L’année 2026',
        title: 'Ce que le réseau a fait',
        caption: 'Source : mesures saisies par les sites, de janvier à décembre 2026',
      },
      figures: [
        { label: 'heures de bénévolat', value: 12480, unit: 'h', decimals: 0, provenance: 'measured' },
        { label: 'vêtements professionnels collectés', value: 8.4, unit: 't', decimals: 1, provenance: 'declared' },
        { label: 'CO₂ évité', value: 126.5, unit: 't', decimals: 1, provenance: 'estimated' },
      ],
    }),
    slide('chart', 'figures', {
      texts: {
        eyebrow: 'L’année 2026',
        title: 'Le bénévolat, mois par mois',
        caption: 'Source : mesures saisies par les sites',
      },
      figures: [{ label: 'heures de bénévolat', value: 12480, unit: 'h', decimals: 0, provenance: 'measured' }],
      chart: {
        type: 'bar',
        title: 'Heures de bénévolat par mois',
        unit: 'h',
        decimals: 0,
        labels: [...'JFMAMJJASOND'],
        values: [620, 810, 1240, 1390, 1480, 1720, 540, null, 1180, 1310, 1290, 900],
        provenances: [
          'measured',
          'measured',
          'declared',
          'declared',
          'estimated',
          'measured',
          'measured',
          'estimated',
          'measured',
          'measured',
          'estimated',
          'measured',
        ],
      },
    }),
    slide('chart2', 'figures', {
      texts: { eyebrow: 'L’année 2026', title: 'Les sites actifs' },
      figures: [
        { label: 'sites actifs', value: 148, unit: '', decimals: 0, provenance: 'measured' },
        { label: 'ambassadrices et ambassadeurs', value: null, unit: '', decimals: 0, provenance: 'measured' },
      ],
      chart: {
        type: 'line',
        title: 'Sites actifs',
        unit: '',
        decimals: 0,
        labels: ['T1', 'T2', 'T3', 'T4'],
        values: [88, 104, 121, 148],
      },
    }),
    slide('picture', 'picture', {
      texts: {
        eyebrow: 'Le réseau',
        title: 'Partout où nous sommes',
        body: '148 sites dans 11 régions, 412 ambassadrices et ambassadeurs.',
        caption: 'Photo : site de Nantes',
      },
      picture: second,
    }),
    slide('opener', 'opener', {
      texts: {
        eyebrow: 'Catégorie 1 sur 4',
        title: 'Climat et mobilité',
        body: 'Les actions qui font baisser les émissions du site et de ses trajets.',
      },
      number: 1,
      colour: '#1F5C4D',
    }),
    slide('opener2', 'opener', {
      texts: { eyebrow: 'Catégorie 2 sur 4', title: 'Solidarité avec les associations du territoire' },
      number: 2,
      colour: '#2B5C8A',
    }),
    slide('nominees', 'nominees', {
      texts: { eyebrow: 'Climat et mobilité', title: 'Les nommés' },
      items: items.slice(0, 3),
      colour: '#1F5C4D',
    }),
    slide('nominees4', 'nominees', {
      texts: { eyebrow: 'Solidarité', title: 'Les nommés' },
      items: items.slice(3, 7),
      colour: '#2B5C8A',
    }),
    slide('nominees1', 'nominees', {
      texts: { eyebrow: 'Solidarité', title: 'Les nommés' },
      items: items.slice(7),
      colour: '#2B5C8A',
    }),
    slide('winner', 'winner', {
      texts: {
        eyebrow: 'Lauréat · Climat et mobilité',
        title: 'Le vélo d’abord',
        subtitle: 'Lyon Gerland',
        body: 'Trois collègues ont remis en état 86 vélos abandonnés et appris à chacun à entretenir le sien. Un salarié sur cinq vient désormais à vélo.',
        citation: 'Une idée simple, copiée par onze autres sites en six mois.',
      },
      picture: second,
      figures: [
        { label: 'vélos remis en état', value: 86, unit: '', decimals: 0, provenance: 'measured' },
        { label: 'CO₂ évité', value: 4.2, unit: 't', decimals: 1, provenance: 'estimated' },
      ],
      colour: '#1F5C4D',
    }),
    slide('winner2', 'winner', {
      texts: {
        eyebrow: 'Lauréate · Inclusion',
        title: 'Zoé Œhler',
        subtitle: 'Saint-Étienne',
        citation: 'Elle a fait venir au club de lecture des collègues qui ne se parlaient pas.',
      },
      colour: '#6B3F75',
      person: true,
    }),
    slide('winner3', 'winner', {
      texts: {
        eyebrow: 'Lauréat · Solidarité',
        title: 'محمد العلوي',
        subtitle: 'Rungis',
        body: 'Une très longue histoire qui ne tiendra pas. '.repeat(20),
        citation: 'Bravo 👏',
      },
      picture: tall,
      colour: '#2B5C8A',
    }),
    slide('winner4', 'winner', {
      texts: {
        eyebrow: 'Lauréat · Solidarité',
        title: 'La collecte inter-sites de vêtements professionnels réemployables du Grand Ouest',
        subtitle: 'Nantes',
      },
      picture: wide,
      colour: '#8A4A2B',
    }),
    slide('winners', 'winners', { texts: { eyebrow: 'Prix 2026', title: 'Tous les lauréats' }, items }),
    slide('winners3', 'winners', {
      texts: { eyebrow: 'Prix 2026', title: 'Tous les lauréats' },
      items: items.slice(0, 3),
    }),
    slide('thanks', 'thanks', {
      texts: {
        title: 'Merci',
        body: 'À toutes celles et tous ceux qui ont proposé, noté, porté et accueilli ces actions.',
        caption: 'reseau-rse@aurore.example',
      },
    }),
  ];
}

export async function samplePictures(): Promise<Map<string, PictureBytes>> {
  const bytes = async (id: string, hue: number, width: number, height: number): Promise<[string, PictureBytes]> => [
    pictureKey({ source: 'attachment', id }),
    { mediaType: 'image/jpeg', bytes: await drawnPhoto(hue, width, height) },
  ];
  return new Map(
    await Promise.all([
      bytes('a', 160, 1600, 1067),
      bytes('b', 200, 1600, 1200),
      bytes('c', 30, 900, 1600),
      bytes('d', 260, 2400, 500),
    ]),
  );
}

export async function sampleDeck(
  slides: Slide[] = sampleSlides(),
  options: { temperament?: Temperament; lang?: Language; organisation?: string } = {},
): Promise<ReadyDeck> {
  const theme = themeOf({ temperament: options.temperament ?? 'sober', primary: '#1F5C4D', accent: '#E0A100' });
  const lang = options.lang ?? 'fr';
  return {
    title: 'Prix 2026',
    organisation: options.organisation ?? 'Aurore & Fils <SA>',
    lang,
    theme,
    pictures: await samplePictures(),
    now: '2026-11-24T08:00:00.000Z',
    slides: slides.map((slide) => ({ laid: layoutSlide(slide, { theme, lang, logo: null }), notes: slide.notes })),
  };
}
