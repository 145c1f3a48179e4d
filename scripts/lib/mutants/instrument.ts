/**
 * Puts every mutant of a file into one text, each behind a switch, so that a mutant is tried by turning its switch: the file is
 * read once, whatever the number of mutants. The source on disk is never touched.
 */
import { parseSync } from 'vite';
import { child, childrenOf, isFunction, isQuiet, list, type Node } from './nodes.ts';
import { faultsOf } from './operators.ts';
import { looksLikeSql, sqlFaults } from './sql.ts';

export interface Mutant {
  id: number;
  /** Path in the project. */
  file: string;
  line: number;
  from: string;
  to: string;
  /** The how-manieth with the same words in its file, from 1: what tells two of them apart when lines move. */
  nth: number;
  /** It is worked out when the file is read, and the file must be read again to try it. */
  early: boolean;
  /** It is about the right side of a `??` after an index, often asked for by the types alone: of no weight while no test gets there. */
  gate: string | null;
}

interface State {
  source: string;
  file: string;
  first: number;
  mutants: Mutant[];
  seen: Map<string, number>;
}

interface Around {
  parent: Node | null;
  inside: Node | null;
  gate: string | null;
  /** Part of an optional chain, which parentheses would cut. */
  chained: boolean;
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length <= 110 ? line : `${line.slice(0, 60)} … ${line.slice(-45)}`;
};

function add(state: State, node: Node, from: string, to: string, around: Around): number {
  const words = { from: short(from), to: short(to) };
  const key = `${words.from} -> ${words.to}`;
  const nth = (state.seen.get(key) ?? 0) + 1;
  state.seen.set(key, nth);
  const id = state.first + state.mutants.length;
  const line = state.source.slice(0, node.start).split('\n').length;
  state.mutants.push({ id, file: state.file, line, ...words, nth, early: around.inside === null, gate: around.gate });
  return id;
}

function expression(state: State, node: Node, around: Around, body: string): string {
  const { source } = state;
  const own = source.slice(node.start, node.end);
  const faults = around.chained ? [] : faultsOf({ node, parent: around.parent, inside: around.inside, source });
  const options = faults.filter((to) => to !== own).map((to) => ({ id: add(state, node, own, to, around), to }));
  options.push(...sqlOptions(state, node, around));
  if (options.length === 0) return body;
  const tried = options.map(({ id, to }) => `__mutant.on(${id}) ? (${to}) : `).join('');
  // Where both can be worked out, a first run sees which tests ever find the two different.
  const quiet = isQuiet(node) && node.type !== 'TemplateLiteral';
  const kept = quiet
    ? `__mutant.watch ? __mutant.same([${options.map(({ id }) => id).join()}], [${options.map(({ to }) => `() => (${to})`).join()}], ${body}) : `
    : '';
  return `(${tried}${kept}(${body}))`;
}

function sqlOptions(state: State, node: Node, around: Around): { id: number; to: string }[] {
  const { source } = state;
  const tagged = node.type === 'TaggedTemplateExpression' && child(node, 'tag')?.['name'] === 'sql';
  if (!tagged && around.parent?.type === 'TaggedTemplateExpression') return [];
  const template = tagged ? child(node, 'quasi') : node.type === 'TemplateLiteral' ? node : null;
  const parts: { start: number; text: string }[] = [];
  if (template !== null)
    for (const quasi of list(template, 'quasis'))
      parts.push({ start: quasi.start + 1, text: String((quasi['value'] as { raw: string }).raw) });
  else if (node.type === 'Literal' && typeof node['value'] === 'string' && around.parent?.['key'] !== node)
    parts.push({ start: node.start + 1, text: source.slice(node.start + 1, node.end - 1) });
  const whole = parts.map(({ text }) => text).join('?');
  if (parts.length === 0 || (!tagged && !looksLikeSql(whole))) return [];
  return parts.flatMap(({ start, text }) =>
    sqlFaults(text).map((fault) => {
      const before = text.slice(Math.max(0, fault.start - 25), fault.start);
      const after = text.slice(fault.end, fault.end + 25);
      const from = `${before}⟦${text.slice(fault.start, fault.end)}⟧${after}`;
      const at = { ...node, start: start + fault.start };
      const to = source.slice(node.start, start + fault.start) + fault.to + source.slice(start + fault.end, node.end);
      return { id: add(state, at, from, fault.to, around), to };
    }),
  );
}

/** A statement that may be left out: a call, an assignment, a refusal, a jump. */
function isDroppable(node: Node, parent: Node | null): boolean {
  if (node.type === 'ExpressionStatement') {
    const own = child(node, 'expression');
    const what = own?.type === 'AwaitExpression' ? child(own, 'argument') : own;
    return ['CallExpression', 'AssignmentExpression', 'UpdateExpression'].includes(what?.type ?? '');
  }
  if (node.type === 'BreakStatement') return parent?.type !== 'SwitchCase';
  return (
    ['ThrowStatement', 'ContinueStatement'].includes(node.type) ||
    (node.type === 'ReturnStatement' && node['argument'] === null)
  );
}

/** The name of the right side of a `??` after an index; null for any other node. */
function gateOf(node: Node, state: State): string | null {
  const left = node.type === 'LogicalExpression' && node['operator'] === '??' ? child(node, 'left') : null;
  return left?.type === 'MemberExpression' && left['computed'] === true ? `${state.file}:${node.start}` : null;
}

function aroundOf(node: Node, part: Node, around: Around, gate: string | null): Around {
  const isSpine =
    node.type === 'ChainExpression' || (around.chained && (node['callee'] === part || node['object'] === part));
  return {
    parent: node,
    inside: isFunction(node) ? node : around.inside,
    gate: gate !== null && node['right'] === part ? gate : around.gate,
    chained: isSpine,
  };
}

/** What only holds a place, or a name: nothing may be put in its stead. */
const isPlace = (part: Node, { type, left, argument, id }: Node): boolean =>
  (type === 'AssignmentExpression' && left === part) ||
  (type === 'UpdateExpression' && argument === part) ||
  id === part;

function render(state: State, node: Node, around: Around): string {
  const { source } = state;
  const gate = gateOf(node, state);
  let text = '';
  let at = node.start;
  for (const part of childrenOf(node)) {
    const inner = render(state, part, aroundOf(node, part, around, gate));
    const isFallback = gate !== null && node['right'] === part;
    text += source.slice(at, part.start) + (isFallback ? `(__mutant.reach(${JSON.stringify(gate)}), ${inner})` : inner);
    at = part.end;
  }
  text += source.slice(at, node.end);
  if (isDroppable(node, around.parent)) {
    const own = source.slice(node.start, node.end);
    return `{ if (__mutant.on(${add(state, node, own, '', around)})) {} else ${text} }`;
  }
  if (node.type.endsWith('Statement') || node.type.endsWith('Declaration')) return text;
  if (around.parent !== null && isPlace(node, around.parent)) return text;
  return expression(state, node, gate === null ? around : { ...around, gate }, text);
}

/** A file's text with all its mutants; their ids begin at `first`. */
export function instrument(source: string, file: string, first: number): { text: string; mutants: Mutant[] } {
  const { program, errors } = parseSync(file, source, { lang: 'ts', preserveParens: false });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  const state: State = { source, file, first, mutants: [], seen: new Map() };
  const root = program as unknown as Node;
  const text = render(
    state,
    { ...root, start: 0, end: source.length },
    { parent: null, inside: null, gate: null, chained: false },
  );
  return { text, mutants: state.mutants };
}
