/** Starts the service, passes calls to it, and starts it again when it dies, telling the callers that were waiting. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import type { Language } from '#shared/base/common.ts';
import type { FromService, ToService } from '#shared/shell/messages.ts';
import { fail, type Result } from '#shared/base/result.ts';

export interface ServiceOptions {
  resources: string;
  temporary: string;
  /** Folder for rescue copies of a file whose own folder is gone. */
  rescue: string;
  /** Folder for compiled code, so that the service starts sooner the next time. */
  compiled: string;
  backupFolder: () => string | null;
  printPdf: (htmlPath: string, outPath: string, widthInches: number, heightInches: number) => Promise<void>;
  onMessage: (message: Extract<FromService, { type: 'progress' | 'changed' | 'file' | 'log' }>) => void;
  onState: (state: 'stopped' | 'restarted' | 'failed') => void;
  /** Brings a new service to where the dead one was; calls that come meanwhile wait. Answers whether it could. */
  reopen: (call: ServiceClient['call']) => Promise<boolean>;
}

export interface CallOptions {
  lang: Language;
  actor: string;
  jobId: string | null;
}

export interface ServiceClient {
  call: (name: string, input: unknown, options: CallOptions) => Promise<Result<unknown>>;
  send: (message: ToService) => void;
  restarts: () => number;
  pid: () => number | undefined;
  stop: () => Promise<void>;
}

interface Running {
  send: (message: ToService) => void;
  kill: () => void;
  pid: number | undefined;
}

/** Old Electrons carry a Node too old for the database's native part; there the service runs on a Node beside it. */
const besideNode = Number(process.versions['napi'] ?? 0) < 10;

function nodeBeside(): string {
  return (
    process.env['MAILLAGE_NODE'] ??
    join(process.resourcesPath, 'node', process.platform === 'win32' ? 'node.exe' : 'node')
  );
}

function spawn(compiled: string, onMessage: (message: FromService) => void, onExit: () => void): Running {
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const file = join(__dirname, 'service.cjs').replace(
    `app.asar${process.platform === 'win32' ? '\\' : '/'}`,
    `app.asar.unpacked${process.platform === 'win32' ? '\\' : '/'}`,
  );
  if (besideNode) {
    const child: ChildProcess = fork(file, [], {
      execPath: nodeBeside(),
      execArgv: [],
      serialization: 'advanced',
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message) => onMessage(message as FromService));
    child.on('error', onExit);
    child.on('exit', onExit);
    return {
      send: (message) => void (child.connected && child.send(message)),
      kill: () => void child.kill('SIGTERM'),
      pid: child.pid,
    };
  }
  const child: UtilityProcess = utilityProcess.fork(file, [], {
    serviceName: 'Maillage service',
    stdio: 'inherit',
    env,
  });
  child.on('message', (message: FromService) => onMessage(message));
  child.on('exit', onExit);
  return {
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
    get pid() {
      return child.pid;
    },
  };
}

/** More deaths than this within a minute mean that starting it again will not help. */
const maximumRestarts = 3;

export function startService(options: ServiceOptions): ServiceClient {
  let running: Running | null = null;
  let ready: Promise<void> = Promise.resolve();
  let stopping = false;
  let restarts = 0;
  let nextId = 1;
  const deaths: number[] = [];
  const waiting = new Map<number, (result: Result<unknown>) => void>();

  const launch = (): void => {
    let becomeReady: () => void = () => undefined;
    ready = new Promise((resolve) => {
      becomeReady = resolve;
    });
    let ended = false;
    const current = spawn(
      options.compiled,
      (message) => {
        if (message.type === 'ready') becomeReady();
        else if (message.type === 'result') {
          waiting.get(message.id)?.(message.result);
          waiting.delete(message.id);
        } else if (message.type === 'print') {
          options.printPdf(message.htmlPath, message.outPath, message.widthInches, message.heightInches).then(
            () => current.send({ type: 'printed', id: message.id, error: null }),
            (error: unknown) => {
              const { code = null } = error as { code?: string };
              current.send({ type: 'printed', id: message.id, error: { text: String(error), code } });
            },
          );
        } else options.onMessage(message);
      },
      () => {
        if (ended) return;
        ended = true;
        becomeReady();
        died();
      },
    );
    running = current;
    current.send({
      type: 'start',
      resources: options.resources,
      temporary: options.temporary,
      rescue: options.rescue,
      backupFolder: options.backupFolder(),
      canPrint: true,
    });
  };

  const died = (): void => {
    running = null;
    for (const answer of waiting.values()) answer(fail('service_stopped'));
    waiting.clear();
    if (stopping) return;
    options.onState('stopped');
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < 60_000).length > maximumRestarts) {
      options.onState('failed');
      return;
    }
    restarts += 1;
    launch();
    ready = ready
      .then(() => options.reopen(callNow))
      .catch(() => false)
      .then((reopened) => options.onState(reopened ? 'restarted' : 'failed'));
  };

  const callNow: ServiceClient['call'] = (name, input, { lang, actor, jobId }) => {
    const service = running;
    if (service === null) return Promise.resolve(fail('service_stopped'));
    const id = nextId;
    nextId += 1;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      service.send({ type: 'call', id, name, input, lang, actor, jobId });
    });
  };

  if (besideNode) launch();
  // A process of the app's own kind cannot be made before the app is ready.
  else
    ready = app.whenReady().then(() => {
      if (!stopping) launch();
      return ready;
    });

  return {
    call: async (name, input, callOptions) => {
      await ready;
      return callNow(name, input, callOptions);
    },
    send: (message) => running?.send(message),
    restarts: () => restarts,
    pid: () => running?.pid,
    stop: async () => {
      stopping = true;
      const service = running;
      if (service === null) return;
      service.send({ type: 'stop' });
      for (let n = 0; n < 150 && running !== null; n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      if (running !== null) service.kill();
    },
  };
}
