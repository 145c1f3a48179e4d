/** The mark of an answer: equal marks are equal answers. A form carries it, so that what changed meanwhile is seen on its return. */
import { createHash } from 'node:crypto';
import type { Answer } from '../answering.ts';

const plain = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').trim();

/** Twelve letters of a digest over what a form can say. */
export function answerMark(answer: Answer): string {
  const said =
    answer.status === 'invited'
      ? ['invited']
      : [answer.status, plain(answer.what), plain(answer.why), answer.answeredOn ?? '', plain(answer.answeredBy)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}
