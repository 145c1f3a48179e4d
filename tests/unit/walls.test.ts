/** The walls themselves: what the lint lets through, and that every one of them refuses. */
import { describe, expect, it } from 'vitest';
import { floors, importsOf, judge } from '../../scripts/lib/walls.ts';

/** One import for each wall that must be refused, as `[from, to]`; a package stands without a slash before its name. */
const refused: [string, string, boolean][] = [
  ['shared/base/fold.ts', 'shared/import/cells.ts', false],
  ['shared/base/fold.ts', 'node:fs', true],
  ['shared/sites/contract.ts', 'node:fs', true],
  ['shared/sites/contract.ts', 'kysely', true],
  ['shared/sites/contract.ts', 'electron/service/dispatch.ts', false],
  ['shared/sites/contract.ts', 'renderer/lib/api.ts', false],
  ['electron/preload/index.ts', 'node:fs', true],
  ['electron/preload/index.ts', 'electron/main/ipc.ts', false],
  ['electron/main/index.ts', 'electron/service/dispatch.ts', false],
  ['electron/main/index.ts', 'better-sqlite3', true],
  ['electron/main/index.ts', 'renderer/app/root.tsx', false],
  ['electron/service/migrations/0001-initial.ts', 'shared/base/ids.ts', false],
  ['electron/service/migrations/0001-initial.ts', 'electron/service/database/dialect.ts', false],
  ['electron/service/database/connect.ts', 'electron/service/records/paging.ts', false],
  ['electron/service/database/connect.ts', 'electron/service/features/index.ts', false],
  ['electron/service/formats/csv.ts', 'electron/service/database/tables.ts', false],
  ['electron/service/formats/csv.ts', 'electron/service/engines/reporting/types.ts', false],
  ['electron/service/formats/csv.ts', 'kysely', true],
  ['electron/service/sources/source.ts', 'electron/service/database/connect.ts', false],
  ['electron/service/sources/source.ts', 'better-sqlite3', true],
  ['electron/service/geo/gazetteer.ts', 'electron/service/database/connect.ts', false],
  ['electron/service/records/paging.ts', 'electron/service/domain/sites/filter.ts', false],
  ['electron/service/records/paging.ts', 'electron/service/context.ts', false],
  ['electron/service/domain/sites/filter.ts', 'electron/service/engines/facets.ts', false],
  ['electron/service/domain/sites/filter.ts', 'electron/service/features/sites/report.ts', false],
  ['electron/service/domain/sites/filter.ts', 'electron/service/context.ts', false],
  ['electron/service/engines/facets.ts', 'electron/service/features/catalogue.ts', false],
  ['electron/service/engines/facets.ts', 'electron/service/dispatch.ts', false],
  ['electron/service/demo/index.ts', 'electron/service/features/sites/import.ts', false],
  ['electron/service/features/sites/handlers.ts', 'electron/service/features/people/handlers.ts', false],
  ['electron/service/features/sites/handlers.ts', 'electron/service/features/catalogue.ts', false],
  ['electron/service/features/sites/handlers.ts', 'electron/service/features/index.ts', false],
  ['electron/service/features/sites/handlers.ts', 'electron/service/dispatch.ts', false],
  ['electron/service/features/sites/handlers.ts', 'electron/service/cli/run.ts', false],
  ['electron/service/features/sites/handlers.ts', 'electron', true],
  ['electron/service/features/sites/handlers.ts', 'better-sqlite3', true],
  ['electron/service/cli/run.ts', 'electron/main/index.ts', false],
  ['electron/service/dispatch.ts', 'electron', true],
  ['electron/service/dispatch.ts', 'renderer/lib/api.ts', false],
  ['renderer/components/screen.tsx', 'renderer/lib/api.ts', false],
  ['renderer/components/screen.tsx', 'renderer/lib/write.ts', false],
  ['renderer/components/screen.tsx', 'renderer/blocks/letters.tsx', false],
  ['renderer/components/screen.tsx', 'renderer/app/theme.ts', false],
  ['renderer/lib/api.ts', 'renderer/app/root.tsx', false],
  ['renderer/lib/api.ts', 'renderer/blocks/letters.tsx', false],
  ['renderer/lib/api.ts', 'renderer/features/home/home-screen.tsx', false],
  ['renderer/lib/api.ts', 'electron', true],
  ['renderer/lib/api.ts', 'node:path', true],
  ['renderer/blocks/letters.tsx', 'renderer/features/people/people-screen.tsx', false],
  ['renderer/blocks/letters.tsx', 'renderer/app/root.tsx', false],
  ['renderer/features/home/home-screen.tsx', 'renderer/features/sites/site-panel.tsx', false],
  ['renderer/features/home/home-screen.tsx', 'renderer/app/shell.tsx', false],
  ['renderer/app/shell.tsx', 'renderer/features/registry.ts', false],
  ['renderer/app/root.tsx', 'renderer/features/home/home-screen.tsx', false],
  ['renderer/features/home/home-screen.tsx', 'electron/service/dispatch.ts', false],
  ['renderer/app/root.tsx', 'electron/service/dispatch.ts', false],
  ['renderer/main.tsx', 'electron/service/dispatch.ts', false],
];

describe('walls', () => {
  it.each(refused)('%s may not import %s', (file, target, isPackage) => {
    expect(judge(file, target, isPackage)).not.toBeNull();
  });

  it('has a refusal for every floor of the house', () => {
    for (const { holds } of floors)
      expect(
        refused.some(([file]) => floors.find((one) => file.startsWith(one.holds))?.holds === holds),
        holds,
      ).toBe(true);
  });

  it('lets the ordinary through', () => {
    expect(judge('renderer/features/home/home-screen.tsx', '@mantine/core', true)).toBeNull();
    expect(
      judge('electron/service/features/sites/handlers.ts', 'electron/service/records/paging.ts', false),
    ).toBeNull();
    expect(
      judge('electron/service/features/index.ts', 'electron/service/features/people/handlers.ts', false),
    ).toBeNull();
    expect(judge('electron/service/features/catalogue.ts', 'electron/service/features/people/facet.ts', false)).toBe(
      null,
    );
    expect(judge('electron/service/dispatch.ts', 'electron/service/features/catalogue.ts', false)).toBeNull();
    expect(judge('tests/unit/walls.test.ts', 'scripts/lib/walls.ts', false)).toBeNull();
  });

  it('reads every form of import', () => {
    expect(
      importsOf(
        `import a from 'a';\nimport type { B } from "b";\nimport 'c.css';\nexport { d } from './d.ts';\nconst e = await import('e');\n// import 'not'`,
      ),
    ).toEqual(['a', 'b', 'c.css', './d.ts', 'e']);
  });
});
