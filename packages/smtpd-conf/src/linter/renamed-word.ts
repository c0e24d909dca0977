import type { SyntaxFailure } from "../parser/configuration.ts";
import type { Token } from "../parser/lexer/token.ts";
import type { Problem } from "./check.ts";
import { type Rewrite, rewrite } from "./fix.ts";

/** Words of the language before 6.4, and what they are called since. */
export type Renames = ReadonlyMap<string, string>;

/** A line that breaks off at a word that 6.4 renamed; undefined where it breaks off at something else. */
export function renamedWord(failure: SyntaxFailure, renames: Renames): Problem | undefined {
  const { token } = failure;
  const name = token && newName(token, renames);
  if (token === undefined || name === undefined) return undefined;
  return {
    span: token,
    message: `Since 6.4, "${token.value}" is called "${name}".`,
    help: `Write "${name}".`,
    fixes: rewrite(`Write "${name}"`, renameRest(failure, renames)),
  };
}

/** Renames every old word from the mistake to the end of its line, so that one fix mends the line. */
export function renameRest({ line, index }: SyntaxFailure, renames: Renames): Rewrite[] {
  return line.tokens.slice(index).flatMap((token) => {
    const name = newName(token, renames);
    return name === undefined ? [] : [[token, name] as const];
  });
}

function newName(token: Token, renames: Renames): string | undefined {
  if (token.quoted || (token.kind !== "String" && token.kind !== "Keyword")) return undefined;
  return renames.get(token.value);
}
