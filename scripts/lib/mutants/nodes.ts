/** What the mutants need of a syntax tree: children in their order, and what a node is to the ones above it. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && 'start' in value;

/** Types of TypeScript that hold an expression; every other one is a type, which no program sees. */
const transparent = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

/** The children that are part of the program, from left to right. */
export function childrenOf(node: Node): Node[] {
  const all = Object.entries(node).flatMap(([key, value]) => {
    if (node.type === 'Property' && node['shorthand'] === true && key === 'key') return [];
    if (node.type === 'ImportDeclaration' || node.type === 'TemplateElement') return [];
    if (node.type.startsWith('Export') && key === 'source') return [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode);
  });
  return all
    .filter((child) => !child.type.startsWith('TS') || transparent.has(child.type))
    .sort((a, b) => a.start - b.start);
}

export const child = (node: Node, key: string): Node | null => (isNode(node[key]) ? node[key] : null);
export const list = (node: Node, key: string): Node[] =>
  Array.isArray(node[key]) ? (node[key] as unknown[]).filter(isNode) : [];

export const isFunction = (node: Node): boolean =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);

/** The name of the method that a call calls, and what it is called on; null for a plain function. */
export function methodOf(node: Node): { property: Node; name: string; args: Node[] } | null {
  const callee = node.type === 'CallExpression' ? child(node, 'callee') : null;
  if (callee?.type !== 'MemberExpression' || callee['computed'] === true || callee['optional'] === true) return null;
  const property = child(callee, 'property');
  return property === null ? null : { property, name: String(property['name']), args: list(node, 'arguments') };
}

const quietMethods = new Set(
  'get has includes startsWith endsWith trim at test slice keys values entries some every filter map join indexOf'.split(
    ' ',
  ),
);

/** Whether an expression can be worked out twice and nothing is other for it. */
export function isQuiet(node: Node): boolean {
  if (node.type === 'CallExpression') {
    const method = methodOf(node);
    if (method === null || !quietMethods.has(method.name)) return false;
  } else if (
    ['AwaitExpression', 'YieldExpression', 'NewExpression', 'AssignmentExpression', 'UpdateExpression'].includes(
      node.type,
    ) ||
    ['BlockStatement', 'TaggedTemplateExpression', 'FunctionExpression'].includes(node.type) ||
    (node.type === 'UnaryExpression' && node['operator'] === 'delete')
  )
    return false;
  return childrenOf(node).every(isQuiet);
}
