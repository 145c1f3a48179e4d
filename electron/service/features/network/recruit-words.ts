/** What a call for ambassadors says, and the headers of the list of sites where to look for them. */
import { numberText } from '#shared/base/locale.ts';
import type { Language } from '#shared/base/common.ts';

export interface CallSite {
  name: string;
  territory: string | null;
  headcount: number | null;
  active: number;
  prospects: number;
}

interface RecruitWords {
  subject: (organisation: string) => string;
  body: (organisation: string, sites: CallSite[]) => string;
  /** Of the list of sites. */
  title: string;
  headers: string[];
}

const frNumber = (value: number): string => numberText(value, 0, 'fr');
const enNumber = (value: number): string => numberText(value, 0, 'en');

function frSite({ name, territory, headcount, active, prospects }: CallSite): string {
  const facts = [
    headcount === null ? null : `${frNumber(headcount)} ${headcount > 1 ? 'salariés' : 'salarié'}`,
    active === 0
      ? 'personne à ce jour'
      : `${frNumber(active)} ${active > 1 ? 'ambassadrices ou ambassadeurs' : 'ambassadrice ou ambassadeur'}`,
    prospects === 0
      ? null
      : `${frNumber(prospects)} ${prospects > 1 ? 'personnes déjà repérées' : 'personne déjà repérée'}`,
  ];
  return `- ${name}${territory === null ? '' : ` (${territory})`}\u00a0: ${facts.filter((fact) => fact !== null).join(', ')}`;
}

function enSite({ name, territory, headcount, active, prospects }: CallSite): string {
  const facts = [
    headcount === null ? null : `${enNumber(headcount)} ${headcount === 1 ? 'employee' : 'employees'}`,
    active === 0 ? 'nobody yet' : `${enNumber(active)} ${active === 1 ? 'ambassador' : 'ambassadors'}`,
    prospects === 0 ? null : `${enNumber(prospects)} already spotted`,
  ];
  return `- ${name}${territory === null ? '' : ` (${territory})`}: ${facts.filter((fact) => fact !== null).join(', ')}`;
}

export const recruitWords: Record<Language, RecruitWords> = {
  fr: {
    subject: (organisation) => `${organisation} cherche ses ambassadrices et ambassadeurs RSE près de chez vous`,
    body: (organisation, sites) =>
      [
        'Bonjour,',
        `Le réseau des ambassadrices et ambassadeurs RSE de ${organisation} veut être présent partout où nous travaillons. ${sites.length > 1 ? 'Voici les sites où une personne de plus compterait le plus' : 'Voici le site où une personne de plus compterait le plus'}\u00a0:`,
        sites.map(frSite).join('\n'),
        'Le rôle\u00a0: rassembler des collègues autour d’une action, faire passer les messages avec entrain, faire le lien entre le site et l’équipe RSE. C’est une mission reconnue, sur un temps convenu avec votre manager\u00a0: pas un travail de plus. Une formation de base et un kit d’action vous attendent.',
        'Il n’y a pas de profil type\u00a0: vous avez déjà lancé quelque chose, vous animez une équipe, ou l’on vous écoute volontiers à la machine à café.',
        'Envie d’essayer, ou quelqu’un en tête\u202f? Répondez à ce message en deux lignes, nous vous rappelons.',
        'L’équipe RSE',
      ].join('\n\n'),
    title: 'Où recruter',
    headers: [
      'Rang',
      'Code du site',
      'Site',
      'Ville',
      'Territoire',
      'Effectif',
      'Ambassadeurs actifs',
      'Cible',
      'Personnes repérées',
      'Salariés atteints en plus',
      'Salariés atteints au total',
      'Sites atteints en plus',
      'Latitude',
      'Longitude',
    ],
  },
  en: {
    subject: (organisation) => `${organisation} is looking for CSR ambassadors near you`,
    body: (organisation, sites) =>
      [
        'Hello,',
        `The network of CSR ambassadors of ${organisation} wants to be present wherever we work. ${sites.length > 1 ? 'These are the sites where one more person would count most' : 'This is the site where one more person would count most'}:`,
        sites.map(enSite).join('\n'),
        'The role: bring colleagues together around an action, pass messages on with enthusiasm, be the link between the site and the CSR team. It is a recognised mission, with time agreed with your manager, not more work. Basic training and an action kit are waiting for you.',
        'There is no typical profile: you have already started something, you lead a team, or people simply like to listen to you.',
        'Would you like to try, or do you have someone in mind? Answer this message in two lines and we will call you back.',
        'The CSR team',
      ].join('\n\n'),
    title: 'Where to recruit',
    headers: [
      'Rank',
      'Site code',
      'Site',
      'Town',
      'Territory',
      'Headcount',
      'Active ambassadors',
      'Target',
      'Already spotted',
      'Employees newly reached',
      'Employees reached in all',
      'Sites newly reached',
      'Latitude',
      'Longitude',
    ],
  },
};
