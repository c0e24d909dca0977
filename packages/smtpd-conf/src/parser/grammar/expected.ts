import type { TokenType } from "chevrotain";

/** What smtpd's grammar would have taken at some point. */
export interface Expected {
  readonly keywords: readonly string[];
  readonly string: boolean;
  readonly number: boolean;
  readonly table: boolean;
  readonly newline: boolean;
  readonly punctuation: readonly string[];
}

/** Sorts the token types that the grammar can go on with; `complete` says whether the statement could end here. */
export function expectedFrom(types: readonly TokenType[], complete: boolean): Expected {
  const names = new Set(types.map((type) => type.name));
  const table = names.has("String") && names.has("LeftBrace") && names.has("Less");
  return {
    keywords: types.filter((type) => type.name.startsWith("keyword:")).map((type) => type.LABEL ?? type.name),
    string: names.has("String") && !table,
    number: names.has("Number"),
    table,
    newline: complete,
    punctuation: types
      .filter((type) => !type.name.startsWith("keyword:") && !["String", "Number", "Newline"].includes(type.name))
      .map((type) => type.LABEL ?? type.name)
      .filter((image) => !(table && (image === "{" || image === "<"))),
  };
}
