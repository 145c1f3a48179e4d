/** The gate between a page and the shell: each stranger is turned away for the one thing that is wrong with it. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doorOn, type Knock } from '../../electron/main/door.ts';

type Handler = (event: Knock, ...given: unknown[]) => unknown;

/** The main process' ear: keeps what listens, so that a test can knock. */
function ear(): {
  handle: (channel: string, handler: unknown) => void;
  knock: (event: Knock, ...given: unknown[]) => unknown;
} {
  const handlers = new Map<string, Handler>();
  return {
    handle: (channel, handler) => handlers.set(channel, handler as Handler),
    knock: (event, ...given) => handlers.get('call')?.(event, ...given),
  };
}

const ours = { id: 1 };
const top = { url: 'app://maillage/index.html', parent: null };
const own: Knock = { sender: ours, senderFrame: top };

const strangers: Record<string, Knock> = {
  'another window with our page in it': { ...own, sender: { id: 1 } },
  'a frame within our page': { ...own, senderFrame: { ...top, parent: top as never } },
  'another page in our window': { ...own, senderFrame: { ...top, url: 'https://maillage/index.html' } },
  'a blank page in our window': { ...own, senderFrame: { ...top, url: 'about:blank' } },
  'a page whose frame is gone': { ...own, senderFrame: null },
};

describe('the door', () => {
  const listening = (): { heard: unknown[][]; knock: ReturnType<typeof ear>['knock'] } => {
    const { handle, knock } = ear();
    const heard: unknown[][] = [];
    const on = doorOn({ handle } as never, { contents: () => ours as never, allowedOrigins: ['app://maillage'] });
    on<string>('call', 'forbidden', (...given) => {
      heard.push(given);
      return 'answer';
    });
    return { heard, knock };
  };

  it('opens for the top frame of our page in our window, and passes on what it says', () => {
    const { heard, knock } = listening();
    expect(knock(own, 'sites.list', {}, null)).toBe('answer');
    expect(heard).toEqual([['sites.list', {}, null]]);
  });

  it.each(Object.keys(strangers))('stays shut for %s', (name) => {
    const { heard, knock } = listening();
    expect(knock(strangers[name] ?? own, 'sites.list')).toBe('forbidden');
    expect(heard).toEqual([]);
  });

  it('is the only one: nothing else of the shell listens to a page', () => {
    const root = resolve(import.meta.dirname, '../..');
    const listeners = globSync('electron/{main,service}/**/*.ts', { cwd: root }).filter((file) =>
      /\bipcMain\s*\.|\.ipc\b|ipc-message|postMessage\(.*port/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(listeners).toEqual([]);
    const doors = globSync('electron/main/*.ts', { cwd: root }).filter((file) =>
      /import \{[^}]*\bipcMain\b[^}]*\} from 'electron'/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(doors.map((file) => file.replaceAll('\\', '/'))).toEqual(['electron/main/ipc.ts']);
    expect(readFileSync(join(root, 'electron/main/ipc.ts'), 'utf8').match(/\bipcMain\b/g)).toHaveLength(2);
  });
});
