import { importKinds, type ImportKind } from '#shared/kinds.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf, fieldsOf } from '#shared/import/fields.ts';
import { plainHeader } from '#shared/import/headers.ts';
import { headerSignature, proposeMapping } from '#shared/import/propose.ts';
import { holds } from '../factories/properties.ts';

function proposed(kind: ImportKind, headers: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(
    proposeMapping(
      kind,
      Object.entries(headers).map(([name, sample]) => ({ name, sample })),
    ).map((proposal) => [proposal.column, proposal.field]),
  );
}

describe('mapping proposed from headers', () => {
  it('knows the words of public data', () => {
    expect(
      proposed('sites', {
        Nom: ['Gare A'],
        Trigramme: ['GAA'],
        'Segment(s) DRG': ['C'],
        'Position géographique': ['49.68, 1.77'],
        'Code commune': ['60001'],
        UIC: ['0087313759'],
      }),
    ).toEqual({ Nom: 'name', 'Position géographique': 'latLon', UIC: 'code' });
    expect(
      proposed('sites', {
        '#1': ['0'],
        Identifiant_Lieu: ['M0967'],
        Adresse: ['3 rue Haute'],
        Commune: ['Lieu'],
        Departement: ['Ain'],
        Latitude: ['45.9'],
        Longitude: ['5.7'],
        Nom_officiel_du_musee: ['Musée'],
        Code_Postal: ['1260.0'],
        Region_administrative: ['Bretagne'],
        Type: ['Museum'],
      }),
    ).toEqual({
      Identifiant_Lieu: 'code',
      Adresse: 'address',
      Commune: 'city',
      Latitude: 'lat',
      Longitude: 'lon',
      Nom_officiel_du_musee: 'name',
      Code_Postal: 'postcode',
      Region_administrative: 'territory',
      Type: 'kind',
    });
    expect(
      proposed('initiatives', {
        Année: ['2008'],
        'SIRET ou NIR': ['351'],
        'Raison Sociale': ['LES AMIS'],
        'Raison sociale 2': [''],
        'Code postal': ['49100'],
        Commune: ['ANGERS'],
        Mandaté: ['8048.0', '12.5'],
      }),
    ).toEqual({
      Année: 'startDate',
      'Raison Sociale': 'title',
      'Raison sociale 2': 'summary',
      Mandaté: 'indicator:EUR',
    });
  });

  it('knows the words of an office, in French and English', () => {
    expect(
      proposed('people', {
        Prénom: ['Léa'],
        NOM: ['Petit'],
        'Adresse e-mail': ['lea@exemple.fr'],
        'Site de rattachement': ['Lyon'],
        Profil: ['Engagé'],
        Étape: ['actif'],
        'Date d’entrée': ['01/02/2026'],
      }),
    ).toEqual({
      Prénom: 'firstName',
      NOM: 'lastName',
      'Adresse e-mail': 'email',
      'Site de rattachement': 'siteCode',
      Profil: 'profile',
      Étape: 'stage',
      'Date d’entrée': 'joinedOn',
    });
    expect(
      proposed('people', {
        'First name': ['Ann'],
        Surname: ['Lee'],
        'Work email': ['a@b.co'],
        Store: ['S1'],
        Stage: ['active'],
      }),
    ).toEqual({
      'First name': 'firstName',
      Surname: 'lastName',
      'Work email': 'email',
      Store: 'siteCode',
      Stage: 'stage',
    });
    expect(proposed('people', { Nom: ['Léa PETIT'], Mail: ['lea@exemple.fr'] })).toEqual({
      Nom: 'fullName',
      Mail: 'email',
    });
  });

  it('is not put off by failed calculations and marks of absence', () => {
    expect(
      proposed('people', {
        Nom: ['A'],
        Prénom: ['B'],
        Heures: ['#N/A', '-', 'NC', ''],
        'Date d’entrée': ['01/02/2026', '#REF!', 'n/a', '?'],
      }),
    ).toMatchObject({ Heures: 'allottedHours', 'Date d’entrée': 'joinedOn' });
  });

  it('proposes a workspace’s own indicators by code or name', () => {
    const indicators = [{ code: 'HEURES', name: 'Heures de bénévolat', nameEn: 'Volunteering hours', unit: 'h' }];
    const columns = [
      { name: 'Heures de bénévolat', sample: ['12', '7,5'] },
      { name: 'Titre', sample: ['Collecte'] },
    ];
    expect(
      proposeMapping('initiatives', columns, indicators)
        .map((proposal) => proposal.field)
        .sort(),
    ).toEqual(['indicator:HEURES', 'title']);
  });

  it('gives each field one column and each column one field, whatever the headers', () => {
    const header = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...importKinds.flatMap((kind) => fieldsOf[kind].flatMap((field) => field.words))),
    );
    holds(
      fc.property(fc.constantFrom(...importKinds), fc.uniqueArray(header, { maxLength: 12 }), (kind, headers) => {
        const proposals = proposeMapping(
          kind,
          headers.map((name) => ({ name, sample: ['x'] })),
        );
        expect(new Set(proposals.map((proposal) => proposal.column)).size).toBe(proposals.length);
        expect(new Set(proposals.map((proposal) => proposal.field)).size).toBe(proposals.length);
        for (const proposal of proposals) expect(fieldOf(kind, proposal.field)).not.toBeNull();
      }),
      { runs: 200 },
    );
  });

  it('every word of the catalogue is in the plain form by which it is looked up', () => {
    for (const kind of importKinds) {
      for (const field of fieldsOf[kind])
        for (const word of [...field.words, ...(field.weak ?? [])]) expect(plainHeader(word)).toBe(word);
    }
  });

  it('recognises the same header row', () => {
    expect(headerSignature(['Nom', 'Code_Postal'])).toBe(headerSignature(['code postal', 'NOM']));
    expect(headerSignature(['Nom'])).not.toBe(headerSignature(['Prénom']));
  });
});
