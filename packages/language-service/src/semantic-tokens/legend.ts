import type { SemanticTokensLegend } from "vscode-languageserver-types";

/** The types of tokens, all of them standard ones, so that every colour scheme knows them. */
const types = [
  "keyword",
  "property",
  "method",
  "modifier",
  "function",
  "variable",
  "type",
  "class",
  "struct",
  "decorator",
  "namespace",
  "label",
  "enumMember",
  "string",
  "number",
  "regexp",
  "parameter",
  "operator",
  "comment",
] as const;

/** `unresolved` (a name that is not defined), `unused` and `unreachable` are our own. */
const modifiers = [
  "definition",
  "readonly",
  "defaultLibrary",
  "documentation",
  "deprecated",
  "unresolved",
  "unused",
  "unreachable",
] as const;

export type TokenType = (typeof types)[number];
export type TokenModifier = (typeof modifiers)[number];

/** What the numbers in semantic tokens stand for. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

/** A type and a set of modifiers in one number: the type in the low eight bits, the modifiers above. */
export type Role = number;

export function roleOf(type: TokenType, ...given: readonly TokenModifier[]): Role {
  return given.reduce((role, modifier) => role | modifierBit(modifier), types.indexOf(type));
}

/** What a modifier adds to a role. */
export function modifierBit(modifier: TokenModifier): Role {
  return 1 << (8 + modifiers.indexOf(modifier));
}

export function typeNumber(role: Role): number {
  return role & 0xff;
}

export function modifierBits(role: Role): number {
  return role >> 8;
}
