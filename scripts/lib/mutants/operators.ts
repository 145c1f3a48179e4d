/** The small faults that are tried in code: for an expression, the texts that may stand in its place. */
import { child, isFunction, list, methodOf, type Node } from './nodes.ts';

export interface Place {
  node: Node;
  parent: Node | null;
  /** The nearest function around, if any. */
  inside: Node | null;
  source: string;
}

const bound: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const opposite: Record<string, string> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
};
const sum: Record<string, string> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '**': '*',
  '>>': '<<',
  '<<': '>>',
};
const swapped: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  ceil: 'floor',
  floor: 'ceil',
  round: 'floor',
  leftJoin: 'innerJoin',
  innerJoin: 'leftJoin',
  and: 'or',
  or: 'and',
};
/** Methods without which a chain still is one: the call is left out. */
const dropped = new Set(
  (
    'filter sort toSorted reverse toReversed slice trim toLowerCase normalize padStart replace replaceAll ' +
    'where having orderBy distinct filterWhere limit offset onConflict'
  ).split(' '),
);
const compared: Record<string, string[]> = {
  '=': ['!='],
  '<>': ['='],
  '!=': ['='],
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  is: ['is not'],
  'is not': ['is'],
  in: ['not in'],
  'not in': ['in'],
  asc: ['desc'],
  desc: ['asc'],
};

export const isTest = (node: Node, parent: Node | null): boolean =>
  parent !== null &&
  ['IfStatement', 'ConditionalExpression', 'WhileStatement', 'DoWhileStatement'].includes(parent.type) &&
  parent['test'] === node;

/** What a table has for a word; nothing that every object inherits. */
const lookUp = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

const text = (node: Node, source: string): string => source.slice(node.start, node.end);
const isText = (node: Node | null): boolean =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node['value'] === 'string');

/** The expression with another operator; what stands around it keeps its parentheses. */
function exchanged(node: Node, left: Node, right: Node, other: string, source: string): string {
  const between = source.slice(left.end, right.start).replace(String(node['operator']), () => other);
  return source.slice(node.start, left.end) + between + source.slice(right.start, node.end);
}

function ofBinary({ node, parent, source }: Place): string[] {
  const operator = String(node['operator']);
  const left = child(node, 'left');
  const right = child(node, 'right');
  if (left === null || right === null) return [];
  const join = (other: string): string => exchanged(node, left, right, other, source);
  const arithmetic = lookUp(sum, operator);
  if (arithmetic !== undefined) return isText(left) || isText(right) ? [] : [join(arithmetic)];
  const test = isTest(node, parent);
  // As a length is never below nothing, this is the test that always holds, which is tried beside it.
  const same = test && operator === '>' && text(right, source) === '0' && text(left, source).endsWith('.length');
  const near = same ? undefined : lookUp(bound, operator);
  const far = test ? undefined : lookUp(opposite, operator);
  return [near, far].flatMap((each) => (each === undefined ? [] : [join(each)]));
}

function ofCall({ node, source }: Place): string[] {
  const method = methodOf(node);
  if (method === null) return [];
  const { property, name, args } = method;
  const own = source.slice(node.start, property.start).replace(/\s*\.\s*$/, '');
  const given = args.map((arg) => text(arg, source)).join(', ');
  const all: string[] = [];
  const other = lookUp(swapped, name);
  if (other !== undefined) all.push(`${own}.${other}(${given})`);
  if (dropped.has(name)) all.push(own);
  if ((name === 'sort' || name === 'toSorted') && args.length === 1)
    all.push(`${own}.${name}((x, y) => (${given})(y, x))`);
  if (own === 'Math' && ['abs', 'floor', 'ceil', 'round', 'trunc'].includes(name)) all.push(given);
  return all;
}

function ofLiteral({ node, parent, source }: Place): string[] {
  const value = node['value'];
  if (parent?.type === 'Property' && parent['key'] === node && parent['computed'] !== true) return [];
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'number')
    return value === 0 ? ['1'] : value === 1 ? ['0', '2'] : [`(${text(node, source)} + 1)`];
  if (typeof value === 'string' && parent?.type === 'CallExpression' && list(parent, 'arguments').indexOf(node) === 1)
    return (lookUp(compared, value) ?? []).map((each) => `'${each}'`);
  return [];
}

/** What a function of a type answers when it has nothing to say. */
function emptyOf(type: string): string[] {
  const inner = /^Promise<(.*)>$/s.exec(type)?.[1] ?? type;
  if (inner === 'boolean' || / is [\w<>[\]]+$/.test(inner)) return ['true', 'false'];
  if (/\| (null|undefined)$/.test(inner)) return [inner.endsWith('null') ? 'null' : 'undefined'];
  if (/\[\]$|^(readonly )?(Readonly)?Array</.test(inner)) return ['[]'];
  if (inner.startsWith('Map<')) return ['new Map()'];
  if (inner.startsWith('Set<')) return ['new Set()'];
  return inner === 'string' ? ["''"] : inner === 'number' ? ['0'] : [];
}

/** Whether an expression is what its function answers. */
function isAnswer({ node, parent, inside }: Place): boolean {
  if (inside === null) return false;
  return (parent?.type === 'ReturnStatement' && parent['argument'] === node) || inside['body'] === node;
}

function ofAnswer(place: Place): string[] {
  const { node, inside, source } = place;
  if (inside === null || !isAnswer(place)) return [];
  if (['Literal', 'BinaryExpression', 'UnaryExpression', 'LogicalExpression'].includes(node.type)) return [];
  const declared = child(inside, 'returnType');
  if (declared === null) return node.type === 'ArrayExpression' && list(node, 'elements').length > 0 ? ['[]'] : [];
  const type = text(declared, source).replace(/^:\s*/, '');
  // What waits is answered with what it waits for only by an async function.
  if (type.startsWith('Promise<') && inside['async'] !== true) return [];
  return emptyOf(type).filter((empty) => empty !== text(node, source));
}

/** The faults of one expression; none where only its parts can be wrong. */
export function faultsOf(place: Place): string[] {
  const { node, parent, source } = place;
  const all: string[] = [];
  if (node.type === 'BinaryExpression') all.push(...ofBinary(place));
  if (node.type === 'LogicalExpression') {
    const left = child(node, 'left');
    const right = child(node, 'right');
    if (left !== null && right !== null) {
      const operator = String(node['operator']);
      if (operator === '??') all.push(text(left, source));
      else all.push(exchanged(node, left, right, operator === '&&' ? '||' : '&&', source));
    }
  }
  if (node.type === 'UnaryExpression' && ['!', '-'].includes(String(node['operator']))) {
    const argument = child(node, 'argument');
    if (argument !== null) all.push(text(argument, source));
  }
  if (node.type === 'CallExpression') all.push(...ofCall(place));
  if (node.type === 'Literal') all.push(...ofLiteral(place));
  if (node.type === 'AssignmentExpression' && ['+=', '-='].includes(String(node['operator'])))
    all.push(text(node, source).replace(/([+-])=/, (_, sign: string) => (sign === '+' ? '-=' : '+=')));
  if (isTest(node, parent) && node.type !== 'Literal')
    all.push(
      ...(parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression' ? ['true', 'false'] : ['false']),
    );
  if (!isFunction(node)) all.push(...ofAnswer(place));
  return all;
}
