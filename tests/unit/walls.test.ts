/** The walls themselves: what the lint lets through and what it stops. */
import { describe, expect, it } from 'vitest';
import { importsOf, judge } from '../../scripts/lib/walls.ts';

describe('walls', () => {
  it('stops what crosses them', () => {
    expect(judge('shared/sites/contract.ts', 'node:fs', true)).toContain('may not import');
    expect(judge('shared/base/fold.ts', 'electron/service/dispatch.ts', false)).toContain('may not import');
    expect(judge('renderer/lib/api.ts', 'electron', true)).toContain('may not import');
    expect(judge('renderer/lib/api.ts', 'node:path', true)).toContain('may not import');
    expect(judge('electron/service/dispatch.ts', 'electron', true)).toContain('may not import');
    expect(judge('electron/main/index.ts', 'electron/service/dispatch.ts', false)).toContain('may not import');
    expect(
      judge('electron/service/features/sites/handlers.ts', 'electron/service/features/people/handlers.ts', false),
    ).toContain('the feature');
    expect(judge('renderer/features/home/home-screen.tsx', 'renderer/features/sites/site-panel.tsx', false)).toContain(
      'the feature',
    );
    expect(judge('renderer/components/screen.tsx', 'renderer/lib/api.ts', false)).toContain('no access to data');
    expect(judge('renderer/components/screen.tsx', 'renderer/lib/write.ts', false)).toContain('no access to data');
    expect(judge('electron/service/migrations/0001-initial.ts', 'shared/base/ids.ts', false)).toContain(
      'may not import',
    );
  });

  it('lets the ordinary through', () => {
    expect(judge('renderer/features/home/home-screen.tsx', '@mantine/core', true)).toBeNull();
    expect(
      judge('electron/service/features/sites/handlers.ts', 'electron/service/records/paging.ts', false),
    ).toBeNull();
    expect(
      judge('electron/service/features/index.ts', 'electron/service/features/people/handlers.ts', false),
    ).toBeNull();
  });

  it('reads every form of import', () => {
    expect(
      importsOf(
        `import a from 'a';\nimport type { B } from "b";\nimport 'c.css';\nexport { d } from './d.ts';\nconst e = await import('e');\n// import 'not'`,
      ),
    ).toEqual(['a', 'b', 'c.css', './d.ts', 'e']);
  });
});
