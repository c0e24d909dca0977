import type { LateNewline, Line, Option } from "../../packages/smtpd-conf/src/parser/ast/nodes.ts";
import { childrenOf, type Node } from "../../packages/smtpd-conf/src/parser/ast/walk.ts";
import type { Configuration, SyntaxFailure } from "../../packages/smtpd-conf/src/parser/configuration.ts";
import type { Expected } from "../../packages/smtpd-conf/src/parser/grammar/expected.ts";
import type { Token } from "../../packages/smtpd-conf/src/parser/lexer/token.ts";

const width = 100;

/**
 * The lines of a configuration as S-expressions: `(Kind [name] role:part part…)`. Strings stand in quotes, keywords and
 * numbers without. A broken line says where it breaks, what could have stood there (if `expected`) and what survives.
 */
export function showTree(configuration: Configuration, expected: boolean): string {
  const failures = new Map(configuration.syntaxFailures.map((failure) => [failure.line as Line, failure]));
  return configuration.lines
    .map((line) => {
      const failure = failures.get(line);
      return failure === undefined ? format(tree(line)) : format(brokenTree(failure, expected));
    })
    .join("\n");
}

/** A leaf, or an opening with its parts. */
type Tree = string | { readonly head: string; readonly parts: readonly Tree[] };

function brokenTree(failure: SyntaxFailure, expected: boolean): Tree {
  const { line, token, lexical } = failure;
  const place = token === undefined ? "end" : leaf(token);
  const alternatives = expected ? [`expected:[${showExpected(failure.expected())}]`] : [];
  const partial = line.partial === undefined ? [] : [tree(line.partial as unknown as Node)];
  return {
    head: "BrokenStatement",
    parts: [`at:${place}`, ...(lexical ? ["lexical"] : []), ...alternatives, ...partial],
  };
}

function showExpected({ keywords, string, number, table, newline, punctuation }: Expected): string {
  const kinds = Object.entries({ string, number, table, newline });
  const named = kinds.flatMap(([name, taken]) => (taken ? [name.toUpperCase()] : []));
  return [...keywords, ...punctuation, ...named].join(" ");
}

function tree(node: Node): Tree {
  const children = childrenOf(node);
  if (isToken(node)) return leaf(node);
  const roles = rolesOf(node);
  const parts = children.map((child) => labelled(roles.get(child), tree(child)));
  return { head: node.kind, parts: [...marks(node), ...parts] };
}

function isToken(node: Node): node is Token {
  return "tokenTypeIdx" in node;
}

function leaf({ kind, value }: Token): string {
  if (kind === "String") return JSON.stringify(value);
  return kind === "Newline" || kind === "Missing" ? kind.toLowerCase() : value;
}

/** The properties that hold a node's single parts. */
function rolesOf(node: Node): Map<unknown, string> {
  return new Map(Object.entries(node).map(([role, part]) => [part, role]));
}

function labelled(role: string | undefined, part: Tree): Tree {
  if (role === undefined) return part;
  return typeof part === "string" ? `${role}:${part}` : { ...part, head: `${role}:${part.head}` };
}

/** What of a node is no part: the name of a setting, the scope of a limit, a newline that only 7.5 takes. */
function marks(node: Node): string[] {
  if (node.kind === "SettingDirective") return [`[${node.name}]`];
  if (node.kind === "LimitDirective") return [`[${node.scope}]`];
  if (node.kind === "Option") return optionMarks(node);
  if (node.kind !== "InlineTable" && node.kind !== "FilterList") return [];
  return node.lateNewline === undefined ? [] : [lateMark(node.lateNewline)];
}

function optionMarks({ name, keyword }: Option): string[] {
  return name === keyword.value ? [] : [`[${name}]`];
}

function lateMark({ refusedAt }: LateNewline): string {
  return `late:${leaf(refusedAt)}`;
}

function format(part: Tree, indent = ""): string {
  const line = flat(part);
  if (typeof part === "string" || indent.length + line.length <= width) return indent + line;
  const [role, kind] = part.head.includes(":") ? part.head.split(":") : [undefined, part.head];
  const first = part.parts.findIndex((one) => typeof one !== "string");
  const leaves = first < 0 ? part.parts : part.parts.slice(0, first);
  const open = `${indent}${role === undefined ? "" : `${role}:`}(${[kind, ...leaves].join(" ")}`;
  const rest = part.parts.slice(leaves.length).map((one) => format(one, `${indent}  `));
  return `${[open, ...rest].join("\n")})`;
}

function flat(part: Tree): string {
  if (typeof part === "string") return part;
  const [role, kind] = part.head.includes(":") ? part.head.split(":") : [undefined, part.head];
  return `${role === undefined ? "" : `${role}:`}(${[kind, ...part.parts.map(flat)].join(" ")})`;
}
