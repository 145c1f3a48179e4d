/** The manifests together: nothing that the service can answer lacks the feature that names it, and none steps on another. */
import { IconPlus } from '@tabler/icons-react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contract } from '#shared/contract.ts';
import { hitKinds, importKinds, reportNames } from '#shared/kinds.ts';
import type { commandsFor as Commands } from '../../renderer/app/palette/commands.ts';
import type { Action } from '../../renderer/lib/actions.ts';
import type { Catalogue } from '../../renderer/lib/features.ts';

let catalogue: Catalogue;
let registry: Record<string, { id: string }>;
let commandsFor: typeof Commands;
beforeAll(async () => {
  vi.stubGlobal('navigator', { userAgent: 'Linux' });
  vi.stubGlobal('window', {});
  registry = await import('../../renderer/features/registry.ts');
  const { gather } = await import('../../renderer/lib/features.ts');
  catalogue = gather(Object.values(registry));
  ({ commandsFor } = await import('../../renderer/app/palette/commands.ts'));
});
afterAll(() => void vi.unstubAllGlobals());

type Words = { [key: string]: string | Words };

/** The word of a key as the page finds it, in one language. */
function word(lang: string, key: string): string | undefined {
  const [namespace = '', path = ''] = key.split(':');
  const file = join(import.meta.dirname, `../../renderer/locales/${lang}/${namespace}.json`);
  let at: string | Words | undefined = JSON.parse(readFileSync(file, 'utf8')) as Words;
  for (const part of path.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}

describe('the registry', () => {
  it('names each feature as its folder and its screen are named, at an address of its own', () => {
    for (const [name, { id }] of Object.entries(registry)) expect(id).toBe(name);
    const paths = catalogue.screens.map(({ screen }) => screen.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { id, screen } of catalogue.screens) expect(screen.path).toBe(id === 'home' ? '/' : `/${id}`);
  });

  it('keeps the order of the navigation, no two in one place', () => {
    const places = catalogue.screens.map(({ screen }) => `${screen.group} ${screen.order}`);
    expect(new Set(places).size).toBe(places.length);
    expect(catalogue.screens.slice(0, 4).map(({ id }) => id)).toEqual(['home', 'network', 'sites', 'territories']);
    expect(catalogue.screens.filter(({ screen }) => screen.group === 'tools').map(({ id }) => id)).toEqual([
      'imports',
      'settings',
    ]);
  });

  it('loads no screen but the first before it is asked for', () => {
    const early = catalogue.screens.filter(({ screen }) => !('load' in screen.component));
    expect(early.map(({ id }) => id)).toEqual(['home']);
  });
});

describe('what the service knows has its place in the page', () => {
  it('every kind that the search finds is drawn and opened', () => {
    for (const kind of hitKinds) {
      expect([kind, catalogue.records[kind]?.address('x')]).toEqual([kind, expect.stringContaining('x')]);
    }
  });

  it('every view and part of a screen has a name of its own and an address on that screen', () => {
    const places = catalogue.screens.flatMap(({ id, screen }) =>
      (screen.places ?? []).map((place) => ({ at: `${id}.${place.id}`, path: screen.path, ...place })),
    );
    expect(places.length).toBeGreaterThan(15);
    expect(new Set(places.map(({ address }) => address)).size).toBe(places.length);
    for (const { at, path, address, label } of places) {
      expect([at, address.replace(/\?.*$/, '')]).toEqual([at, path]);
      for (const lang of ['fr', 'en']) expect([at, word(lang, label)]).toEqual([at, expect.stringMatching(/./)]);
    }
  });

  it('every kind of import and every report is named and leads somewhere', () => {
    const paths = catalogue.screens.map(({ screen }) => screen.path);
    for (const kind of importKinds)
      expect([kind, paths]).toEqual([kind, expect.arrayContaining([catalogue.imports[kind]?.listAt])]);
    for (const name of reportNames) {
      const begin = catalogue.reports[name]?.begin.replace(/\?.*$/, '');
      expect([name, paths]).toEqual([name, expect.arrayContaining([begin])]);
    }
  });

  it.each(['fr', 'en'])('every write is named in the history, where the page looks for it (%s)', (lang) => {
    const writes = Object.entries(contract).filter(([, { kind }]) => kind === 'write');
    const unnamed = writes
      .map(([name]) => name)
      .filter((name) => {
        const feature = name.slice(0, name.indexOf('.'));
        const key = `${catalogue.history[feature] ?? feature}:history.${name.replace('.', '_')}`;
        return ['', '_other'].every((form) => word(lang, `${key}${form}`) === undefined);
      });
    expect(writes.length).toBeGreaterThan(50);
    expect(unnamed).toEqual([]);
  });
});

describe('the command box', () => {
  const action = (id: string, label: string, words: string, more: Partial<Action> = {}): Action => ({
    ...{ id, label, words, detail: '', menu: 'file', icon: IconPlus, shortcut: null, keys: [] },
    enabled: true,
    checked: null,
    run: () => undefined,
    ...more,
  });
  const all = [
    action('go.sites', 'Sites', 'magasins, usines, aller', { menu: 'go' }),
    action('new.site', 'Nouveau site', 'magasins, créer'),
    action('view.dark', 'Thème sombre', 'couleurs, nuit', { menu: 'view' }),
    action('edit.undo', 'Annuler', 'défaire', { menu: 'edit', enabled: false }),
    action('edit.search', 'Rechercher', 'chercher', { menu: 'edit' }),
  ];
  const ids = (text: string): string[] => commandsFor(all, text).map((one) => one.action.id);

  it('finds a command by its label, by the beginnings of its words, and by other names for it', () => {
    expect(ids('sombre theme')).toEqual(['view.dark']);
    expect(ids('nuit')).toEqual(['view.dark']);
    expect(ids('USINE')).toEqual(['go.sites']);
    expect(ids('creer mag')).toEqual(['new.site']);
    expect(ids('gasins')).toEqual([]);
  });

  it('puts first what is called so, then what is about it, and says which is which', () => {
    expect(ids('site')).toEqual(['go.sites', 'new.site']);
    expect(commandsFor(all, 'site').map(({ byName }) => byName)).toEqual([true, false]);
    expect(commandsFor(all, 'magasin').map(({ byName }) => byName)).toEqual([false, false]);
  });

  it('takes the place a part belongs to for a part of its name', () => {
    const settings = action('go.settings', 'Réglages', 'calendrier, langue', { menu: 'go' });
    const calendar = action('go.settings.calendar', 'Calendrier', 'Réglages', { menu: null, detail: 'Réglages' });
    const first = (text: string): string | undefined => commandsFor([settings, calendar], text)[0]?.action.id;
    expect(first('réglages calendrier')).toBe('go.settings.calendar');
    expect(first('réglages')).toBe('go.settings');
  });

  it('offers nothing that cannot be done now, nor itself', () => {
    expect(ids('annuler')).toEqual([]);
    expect(ids('rechercher')).toEqual([]);
  });

  it('offers, before anything is typed, where to go and what to make', () => {
    expect(ids('')).toEqual(['go.sites', 'new.site']);
  });
});
