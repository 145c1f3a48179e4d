/** The library of templates: whole, in both languages, in good order, and made into a campaign on its dates. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysBetween } from '#shared/base/days.ts';
import { bundledCalendar } from '../../electron/service/domain/calendar/bundled.ts';
import { campaignTemplates } from '../../electron/service/domain/campaigns/templates.ts';
import { resources, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const wrongSpace = /[^\u202f\s][;!?](\s|$)|[^\u00a0\s\d]:(\s|$)|[^\u202f] [;!?]|« | »|'/;

function texts(value: unknown, lang: 'fr' | 'en'): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, lang));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === lang && typeof inner === 'string' ? [inner] : texts(inner, lang),
  );
}

describe('the library', () => {
  const templates = campaignTemplates(resources);

  it('holds twelve, each with phases, tasks, messages and aims', () => {
    expect(templates).toHaveLength(12);
    expect(new Set(templates.map((one) => one.key)).size).toBe(12);
    const days = bundledCalendar(resources).awareness.days.map((day) => day.key);
    for (const template of templates) {
      expect(days).toContain(template.awareness);
      expect(template.phases.map((phase) => phase.kind)).toEqual(
        expect.arrayContaining(['teasing', 'launch', 'relance', 'results']),
      );
      expect(template.tasks.length).toBeGreaterThanOrEqual(5);
      expect(template.tasks.some((task) => task.ask !== undefined)).toBe(true);
      expect(template.kit.length).toBeGreaterThanOrEqual(3);
      expect(template.indicators.length).toBeGreaterThanOrEqual(2);
      const keys = template.tasks.map((task) => task.key);
      for (const task of template.tasks) for (const key of task.after) expect(keys).toContain(key);
      for (const task of template.tasks)
        if (task.phase !== undefined) expect(template.phases[task.phase]).toBeDefined();
    }
  });

  it('says everything in both languages, in good French typography', () => {
    for (const template of templates) {
      expect(texts(template, 'fr')).toHaveLength(texts(template, 'en').length);
      for (const text of [...texts(template, 'fr'), ...texts(template, 'en')]) expect(text.trim()).not.toBe('');
      expect(texts(template, 'fr').filter((text) => wrongSpace.test(text))).toEqual([]);
      expect(texts(template, 'en').filter((text) => /[\u202f\u00a0]|'/.test(text))).toEqual([]);
    }
  });

  it('uses one indicator for one thing', () => {
    const seen = new Map<string, string>();
    for (const { indicators } of templates) {
      for (const { code, target: _target, ...rest } of indicators) {
        expect(seen.get(code) ?? JSON.stringify(rest)).toBe(JSON.stringify(rest));
        seen.set(code, JSON.stringify(rest));
      }
    }
  });

  it('offers the next usual date', async () => {
    const { rows } = await workspace.call('campaigns.templates', {});
    for (const row of rows)
      expect(daysBetween(new Date().toISOString().slice(0, 10), row.usualStart)).toBeGreaterThanOrEqual(-1);
    const english = await workspace.call('campaigns.templates', {}, { lang: 'en' });
    expect(english.rows.find((row) => row.key === 'mobility')).toMatchObject({ title: 'Commuting challenge' });
  });
});

describe('a campaign from the library', () => {
  it('is made of every template without a task too early, and undone in one step', async () => {
    const { call } = workspace;
    for (const { key } of campaignTemplates(resources)) {
      const { id } = await call('campaigns.createFromTemplate', { key, startDate: '2028-02-29' });
      const detail = await call('campaigns.get', { id });
      const template = campaignTemplates(resources).find((one) => one.key === key);
      expect(detail).toMatchObject({
        templateKey: key,
        status: 'draft',
        startDate: '2028-02-29',
        title: template?.title.fr,
      });
      expect(detail.phases).toHaveLength(template?.phases.length ?? -1);
      expect(detail.tasksList).toHaveLength(template?.tasks.length ?? -1);
      expect(detail.targets).toHaveLength(template?.indicators.length ?? -1);
      expect(detail.kit).toHaveLength((template?.kit.length ?? 0) * 2);
      expect(detail.tasksList.filter((task) => task.tooEarly)).toEqual([]);
      expect(detail.kit.filter((item) => item.text.includes('{{'))).toEqual([]);
      await call('history.undo', {});
      expect((await call('campaigns.list', {})).total).toBe(0);
      expect((await call('indicators.list', {})).rows).toEqual([]);
    }
  });

  it('takes up indicators of the same code, and writes the dates into the messages', async () => {
    const { call, refused } = workspace;
    await call('indicators.create', {
      code: 'CAMP-PARTICIPANTS',
      name: 'Participants du réseau',
      unit: 'pers.',
      kind: 'output',
    });
    const { id } = await call('campaigns.createFromTemplate', {
      key: 'mobility',
      startDate: '2027-09-16',
      lang: 'en',
      title: 'Bike month',
    });
    const detail = await call('campaigns.get', { id });
    expect(detail).toMatchObject({ title: 'Bike month', theme: 'Mobility' });
    expect(detail.targets.map((target) => target.name)).toContain('Participants du réseau');
    expect(detail.kit.find((item) => item.kind === 'email' && item.lang === 'fr')?.text).toContain(
      'Du 16 septembre 2027 au 20 octobre 2027',
    );
    expect(detail.kit.find((item) => item.kind === 'email' && item.lang === 'en')?.text).toContain(
      'From 16 September 2027 to 20 October 2027',
    );
    expect(await refused('campaigns.createFromTemplate', { key: 'nothing', startDate: '2027-01-01' })).toMatchObject({
      code: 'unknown_reference',
    });
  });
});
