/** All illustrations by the scene they show, each with the words that describe it. */
import type { Language } from '#shared/base/common.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../templates.ts';
import { paintOf, picture, type Paint } from './drawing.ts';
import { classroom, clothes, hands, meal, recycling, repair } from './scenes-indoors.ts';
import { bikes, city, hives, planting, run, sea, solar } from './scenes-outdoors.ts';

const scenes: Record<Scene, { draw: (paint: Paint) => string; fr: string; en: string }> = {
  planting: {
    draw: planting,
    fr: 'Illustration : des collègues plantent de jeunes arbres',
    en: 'Illustration: colleagues planting young trees',
  },
  bike: {
    draw: bikes,
    fr: 'Illustration : deux vélos au bord d’un chemin',
    en: 'Illustration: two bicycles beside a path',
  },
  recycling: {
    draw: recycling,
    fr: 'Illustration : deux collègues derrière quatre bacs de tri',
    en: 'Illustration: two colleagues behind four sorting bins',
  },
  sea: {
    draw: sea,
    fr: 'Illustration : des collègues ramassent des déchets sur une plage',
    en: 'Illustration: colleagues picking up litter on a beach',
  },
  city: {
    draw: city,
    fr: 'Illustration : une équipe devant les toits d’une ville',
    en: 'Illustration: a team in front of a skyline',
  },
  solar: {
    draw: solar,
    fr: 'Illustration : des panneaux solaires et des éoliennes',
    en: 'Illustration: solar panels and wind turbines',
  },
  hands: {
    draw: hands,
    fr: 'Illustration : des mains réunies autour d’un cœur',
    en: 'Illustration: hands joined around a heart',
  },
  meal: {
    draw: meal,
    fr: 'Illustration : une équipe derrière des caisses de légumes',
    en: 'Illustration: a team behind crates of vegetables',
  },
  classroom: {
    draw: classroom,
    fr: 'Illustration : une collègue au tableau devant des élèves',
    en: 'Illustration: a colleague at the board with pupils',
  },
  repair: {
    draw: repair,
    fr: 'Illustration : deux collègues réparent une radio et un grille-pain',
    en: 'Illustration: two colleagues mending a radio and a toaster',
  },
  run: {
    draw: run,
    fr: 'Illustration : quatre coureurs sous des fanions',
    en: 'Illustration: four runners under bunting',
  },
  clothes: {
    draw: clothes,
    fr: 'Illustration : des manteaux sur un portant et des cartons',
    en: 'Illustration: coats on a rack and boxes',
  },
  hives: {
    draw: hives,
    fr: 'Illustration : des ruches dans une prairie fleurie',
    en: 'Illustration: hives in a wildflower meadow',
  },
};

export const sceneNames = Object.keys(scenes) as Scene[];

export function sceneSvg(scene: Scene, random: Random): string {
  const paint = paintOf(random);
  const isMirrored = random.chance(0.5) && scene !== 'classroom';
  const body = scenes[scene].draw(paint);
  return picture(paint, isMirrored ? `<g transform="translate(1200 0) scale(-1 1)">${body}</g>` : body);
}

export function sceneAlt(scene: Scene, lang: Language): string {
  return scenes[scene][lang];
}
