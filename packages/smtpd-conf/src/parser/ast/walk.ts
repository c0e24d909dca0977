import type { Token } from "../lexer/token.ts";
import type { Entry, FilterList, InlineTable, Limit, Line, Option, PartialStatement, TableReference } from "./nodes.ts";

/** Anything in the tree: a line, a part of one, or a token as its leaf. */
export type Node = Line | Option | Limit | Entry | InlineTable | FilterList | TableReference | Token;
export type NodeKind = Node["kind"];
export type NodeOfKind<Kind extends NodeKind> = Extract<Node, { readonly kind: Kind }>;

/** The kinds that have parts of their own. The parts of a broken statement are those of what survives of it. */
type BranchKind = Exclude<NodeKind, Token["kind"] | "BrokenStatement">;

/** Every property of a node that holds parts of it. `tokens` holds the whole statement once more and does not count. */
type PartsOf<N> = {
  readonly [Key in keyof Omit<N, "tokens"> as NonNullable<N[Key & keyof N]> extends Node | readonly Node[]
    ? Key
    : never]: true;
};

/** The properties with the parts of each kind, in the order of the text. A forgotten kind or property does not compile. */
const partTable: { readonly [Kind in BranchKind]: Required<PartsOf<NodeOfKind<Kind>>> } = {
  MacroDefinition: { name: true, value: true },
  IncludeDirective: { path: true },
  SettingDirective: { value: true },
  BounceDirective: { delays: true },
  CaDirective: { name: true, cert: true },
  PkiDirective: { name: true, options: true },
  LimitDirective: { domain: true, limits: true, options: true },
  WrapperDirective: { name: true, command: true },
  ProcDirective: { name: true, command: true, options: true },
  ProcFilterDirective: { name: true, proc: true },
  ProcExecFilterDirective: { name: true, command: true, options: true },
  PhaseFilterDirective: { name: true, phase: true, condition: true, decision: true },
  ChainFilterDirective: { name: true, filters: true },
  TableDirective: { name: true, config: true, entries: true },
  ListenDirective: { socket: true, interface: true, options: true },
  ActionDirective: { name: true, method: true, options: true },
  MatchDirective: { conditions: true, reject: true, action: true },
  Option: { not: true, scope: true, keyword: true, regex: true, argument: true, suffix: true, suffixArgument: true },
  Limit: { name: true, value: true },
  InlineTable: { entries: true },
  Entry: { key: true, value: true },
  TableReference: { name: true },
  FilterList: { names: true },
};

const partKeys = new Map(Object.entries(partTable).map(([kind, parts]) => [kind, Object.keys(parts)] as const));

/** The parts of a node in the order of the text; none of a token. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "BrokenStatement") return node.partial === undefined ? [] : partsOf(node.partial);
  return partsOf(node);
}

function partsOf(node: Exclude<Node, { kind: "BrokenStatement" }> | PartialStatement): Node[] {
  const keys = partKeys.get(node.kind);
  if (keys === undefined) return [];
  const parts = keys.flatMap((key) => (node as unknown as Record<string, Node | Node[] | undefined>)[key] ?? []);
  return node.kind === "LimitDirective" ? inTextOrder(parts) : parts;
}

/** `mta limit` mixes limits and address families. */
function inTextOrder(parts: Node[]): Node[] {
  return parts.sort((a, b) => (a.source === b.source ? a.start - b.start : 0));
}

/**
 * What to call for which kind of node, with the nodes around it, outermost first. One that returns `"skip"` is not shown
 * the node's parts.
 */
export type NodeVisitor = {
  readonly [Kind in NodeKind]?: (node: NodeOfKind<Kind>, ancestors: readonly Node[]) => undefined | "skip";
};

/** Shows a node and everything in it to a visitor, in the order of the text. */
export function walk(node: Node, visitor: NodeVisitor): void {
  visit(node, visitor, []);
}

function visit(node: Node, visitor: NodeVisitor, ancestors: Node[]): void {
  const handler = visitor[node.kind] as ((node: Node, ancestors: readonly Node[]) => undefined | "skip") | undefined;
  if (handler?.(node, ancestors) === "skip") return;
  ancestors.push(node);
  for (const child of childrenOf(node)) visit(child, visitor, ancestors);
  ancestors.pop();
}

/**
 * The nodes at an offset of the line's source, outermost first: the line, what of it is there, and so on down to the
 * smallest. None outside the line. A cursor behind the last character of a node still stands on it; of two that meet there
 * it is the later one.
 */
export function nodesAt(line: Line, offset: number): readonly Node[] {
  const path: Node[] = [];
  let next: Node | undefined = touches(line, line, offset) ? line : undefined;
  while (next !== undefined) {
    path.push(next);
    next = childrenOf(next).findLast((child) => touches(line, child, offset));
  }
  return path;
}

function touches({ source }: Line, node: Node, offset: number): boolean {
  return node.source === source && node.start <= offset && offset <= node.end;
}
