/** The page's cache of reads: what a change has asked again, how often, and what is shown meanwhile. */
import { QueryObserver, type QueryObserverResult } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFreshness, type Freshness } from '../../renderer/lib/freshness.ts';

interface Ask {
  name: string;
  answer: (value: unknown) => void;
  refuse: (error: Error) => void;
}

let asks: Ask[];
let visible: boolean;
let page: Freshness;
beforeEach(() => {
  vi.useFakeTimers();
  asks = [];
  visible = true;
  page = createFreshness({
    call: (name) => new Promise((answer, refuse) => asks.push({ name, answer, refuse })),
    isStatic: (name) => name === 'network.shapes',
    isVisible: () => visible,
    burst: 50,
  });
  page.client.mount();
});
afterEach(() => {
  page.client.clear();
  page.client.unmount();
  vi.useRealTimers();
});

const pass = (milliseconds = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

interface Mounted {
  shown: () => QueryObserverResult;
  /** How often whoever looks at the data was drawn. */
  drawn: () => number;
  unmount: () => void;
}
function mount(name: string, input: unknown = {}): Mounted {
  const observer = new QueryObserver(page.client, { queryKey: [name, input], notifyOnChangeProps: ['data', 'error'] });
  let drawn = 0;
  const unmount = observer.subscribe(() => {
    drawn += 1;
  });
  return { shown: () => observer.getCurrentResult(), drawn: () => drawn, unmount };
}

/** Answers everything that is being asked. */
async function answerAll(value: unknown): Promise<void> {
  for (const ask of asks.splice(0)) ask.answer(value);
  await pass();
}

describe('after a change', () => {
  it('what is on screen is asked again and stays on screen meanwhile; a static read is not asked', async () => {
    const sites = mount('sites.list');
    const shapes = mount('network.shapes');
    await answerAll({ rows: [1], total: 1 });
    page.changed();
    await pass();
    expect(asks.map((ask) => ask.name)).toEqual(['sites.list']);
    expect(sites.shown()).toMatchObject({ status: 'success', isPending: false, data: { rows: [1], total: 1 } });
    await answerAll({ rows: [2], total: 1 });
    expect(sites.shown().data).toEqual({ rows: [2], total: 1 });
    expect(shapes.shown().data).toEqual({ rows: [1], total: 1 });
  });

  it('what is not on screen is asked when it comes back, and only then', async () => {
    const first = mount('people.list');
    const outlines = mount('network.shapes');
    await answerAll('old');
    first.unmount();
    outlines.unmount();
    page.changed();
    await pass(1000);
    expect(asks).toEqual([]);
    const again = mount('people.list');
    mount('network.shapes');
    expect(again.shown().data).toBe('old');
    expect(asks.map((ask) => ask.name)).toEqual(['people.list']);
    await answerAll('new');
    expect(again.shown().data).toBe('new');
  });

  it('an unchanged answer draws nothing anew, and of a changed one what is the same stays the same', async () => {
    const sites = mount('sites.list');
    await answerAll({
      rows: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    });
    const before = sites.shown().data as { rows: unknown[] };
    const drawn = sites.drawn();
    page.changed();
    await pass();
    await answerAll({
      rows: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    });
    expect(sites.shown().data).toBe(before);
    expect(sites.drawn()).toBe(drawn);
    page.changed();
    await pass(50);
    await answerAll({
      rows: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'Bis' },
      ],
    });
    const after = sites.shown().data as { rows: unknown[] };
    expect(after.rows[1]).toEqual({ id: 'b', name: 'Bis' });
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(sites.drawn()).toBe(drawn + 1);
  });

  it('a burst of changes is one refresh at once and one after it', async () => {
    mount('sites.list');
    mount('people.list');
    await answerAll(1);
    for (let n = 0; n < 200; n += 1) page.changed();
    await pass();
    expect(asks).toHaveLength(2);
    await answerAll(2);
    for (let n = 0; n < 200; n += 1) {
      page.changed();
      await pass(0.1);
    }
    expect(asks).toHaveLength(0);
    await pass(50);
    expect(asks).toHaveLength(2);
  });

  it('of one read at most one call is under way, and an answer overtaken by a change is not shown', async () => {
    const sites = mount('sites.list');
    await answerAll('first');
    page.changed();
    await pass();
    for (let n = 0; n < 5; n += 1) {
      page.changed();
      await pass(60);
      expect(asks).toHaveLength(1);
    }
    await answerAll('overtaken');
    expect(sites.shown().data).toBe('first');
    expect(asks).toHaveLength(1);
    await answerAll('latest');
    expect(sites.shown().data).toBe('latest');
    await pass(1000);
    expect(asks).toEqual([]);
  });

  it('changes that never end do not hide the answers for ever, and the last is asked for', async () => {
    const sites = mount('sites.list');
    await answerAll(0);
    page.changed();
    await pass();
    for (const value of [1, 2, 3]) {
      page.changed();
      await answerAll(value);
    }
    expect(sites.shown().data).toBe(3);
    await pass(60);
    expect(asks).toHaveLength(1);
    await answerAll(4);
    expect(sites.shown().data).toBe(4);
    await pass(1000);
    expect(asks).toEqual([]);
  });

  it('a read that is first asked while something changes is asked again before it is shown', async () => {
    const sites = mount('sites.list');
    page.changed();
    await pass(60);
    await answerAll('overtaken');
    expect(sites.shown().isPending).toBe(true);
    await answerAll('latest');
    expect(sites.shown().data).toBe('latest');
  });

  it('what is unmounted while it is being asked does not keep an overtaken answer', async () => {
    const sites = mount('sites.list');
    sites.unmount();
    page.changed();
    await pass(60);
    await answerAll('overtaken');
    await answerAll('latest');
    expect(mount('sites.list').shown().data).toBe('latest');
  });

  it('a refusal that a change has overtaken is asked again; one that stands is shown', async () => {
    const site = mount('sites.get');
    page.changed();
    asks.splice(0)[0]?.refuse(new Error('not_found'));
    await pass(60);
    await answerAll('there again');
    expect(site.shown()).toMatchObject({ data: 'there again', error: null });
    page.changed();
    await pass(60);
    asks.splice(0)[0]?.refuse(new Error('not_found'));
    await pass(60);
    expect(site.shown()).toMatchObject({ data: 'there again', error: new Error('not_found') });
    page.changed();
    await pass(60);
    await answerAll('back');
    expect(site.shown()).toMatchObject({ data: 'back', error: null });
  });
});

describe('a page', () => {
  it('that nobody sees asks nothing until it is seen', async () => {
    const sites = mount('sites.list');
    await answerAll('old');
    visible = false;
    page.changed();
    await pass(1000);
    page.changed();
    page.seen();
    await pass(1000);
    expect(asks).toEqual([]);
    visible = true;
    page.seen();
    page.seen();
    await pass();
    expect(asks).toHaveLength(1);
    await answerAll('new');
    expect(sites.shown().data).toBe('new');
    page.seen();
    await pass(1000);
    expect(asks).toEqual([]);
  });

  it('asks everything again when the service is back, what failed and what is static too', async () => {
    const sites = mount('sites.list');
    const shapes = mount('network.shapes');
    for (const ask of asks.splice(0)) ask.refuse(new Error('service_stopped'));
    await pass();
    expect(sites.shown().status).toBe('error');
    page.restarted();
    await answerAll('here');
    expect([sites.shown().data, shapes.shown().data]).toEqual(['here', 'here']);
  });
});
