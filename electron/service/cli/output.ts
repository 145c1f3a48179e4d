/** What a command says and to whom: lines for a person, JSON for a program. */
import type { Language } from '#shared/base/common.ts';
import { say, type CliWord } from './words.ts';

/** An argument that cannot be understood: the command is not run. */
export class UsageError extends Error {}

export interface Output {
  /** For a person: one line, silent with --json. */
  line: (word: CliWord, values?: Record<string, unknown>) => void;
  /** For a program: the whole answer, with --json only. */
  json: (answer: Record<string, unknown>) => void;
}

/** `stream` is where it is said: the standard output unless the rows themselves go there. */
export function outputFor(lang: Language, json: boolean, stream: NodeJS.WritableStream = process.stdout): Output {
  return {
    line: (word, values) => {
      if (!json) stream.write(`${say(lang, word, values)}\n`);
    },
    json: (answer) => {
      if (json) stream.write(`${JSON.stringify({ ok: true, ...answer })}\n`);
    },
  };
}
