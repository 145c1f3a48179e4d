/** What the manifests give to do: going to each screen, making each kind of record, and what a feature adds of its own. */
import { IconPlus } from '@tabler/icons-react';
import type { ActionSpec } from '../../lib/actions.ts';
import type { RecordKind } from '../../lib/feature.ts';
import type { Catalogue, Screened } from '../../lib/features.ts';

type Made = RecordKind & { create: NonNullable<RecordKind['create']> };

const madeIn = ({ records = {} }: Screened): [string, Made][] =>
  Object.entries<RecordKind>(records).filter((entry): entry is [string, Made] => entry[1].create !== undefined);

export function goActions({ screens }: Catalogue): ActionSpec[] {
  return screens
    .filter(({ screen }) => screen.group !== 'none')
    .map(({ id, screen }) => ({
      id: `go.${id}`,
      menu: 'go',
      label: screen.label,
      words: [screen.words, 'shell:words.go'],
      icon: screen.icon,
      ...(screen.shortcut === undefined ? {} : { shortcut: screen.shortcut }),
      enabled: ({ workspace, readOnly }) => workspace !== null && !(readOnly && screen.writes === true),
      perform: ({ navigate }) => void navigate(screen.path),
    }));
}

/** The views and parts of screens, by their own names; the native menu has the screens alone. */
export function placeActions({ screens }: Catalogue): ActionSpec[] {
  return screens.flatMap(({ id, screen }) =>
    (screen.places ?? []).map((place): ActionSpec => ({
      id: `go.${id}.${place.id}`,
      menu: null,
      label: place.label,
      detail: screen.label,
      words: [screen.label, 'shell:words.go'],
      icon: screen.icon,
      enabled: ({ workspace, readOnly }) => workspace !== null && !(readOnly && screen.writes === true),
      perform: ({ navigate }) => void navigate(place.address),
    })),
  );
}

/** One for each kind, and before them the one that makes what the screen shown lists. */
export function newActions({ screens }: Catalogue): ActionSpec[] {
  const addressHere = (pathname: string): string | undefined => {
    const here = screens.find(({ screen }) => screen.path === pathname);
    return here === undefined ? undefined : madeIn(here)[0]?.[1].create.address;
  };
  return [
    {
      id: 'new.here',
      menu: 'file',
      label: 'shell:newHere',
      words: ['shell:words.new'],
      icon: IconPlus,
      shortcut: 'Mod+N',
      enabled: ({ readOnly, pathname }) => !readOnly && addressHere(pathname) !== undefined,
      perform: ({ navigate, pathname }) => void navigate(addressHere(pathname) ?? pathname),
    },
    ...screens.flatMap((feature) =>
      madeIn(feature).map(([kind, { create }]): ActionSpec => ({
        id: `new.${kind}`,
        menu: 'file',
        label: create.label,
        words: [feature.screen.words, 'shell:words.new'],
        icon: IconPlus,
        enabled: ({ readOnly }) => !readOnly,
        perform: ({ navigate }) => void navigate(create.address),
      })),
    ),
  ];
}

export function ownActions({ features }: Catalogue): ActionSpec[] {
  return features.flatMap((feature) => feature.actions ?? []);
}
