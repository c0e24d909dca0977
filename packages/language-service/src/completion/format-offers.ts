import { type FormatSpecifierInfo, formatModifiers, formatSpecifiers } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** The names behind `%{` and the modifiers behind its colon; undefined where the cursor stands in no format specifier. */
export function formatOffers({ word }: Cursor, isWrapper: boolean): readonly Offer[] | undefined {
  const [, name, range, modifiers] = /%\{([\w.]*)(\[[^\]}]*\]?)?(:[\w|]*)?$/.exec(word.typed) ?? [];
  if (name === undefined) return undefined;
  if (modifiers !== undefined) return modifierOffers(word, modifiers.slice(1));
  return range === undefined ? specifierOffers(word, name, isWrapper) : [];
}

function specifierOffers(word: Cursor["word"], typed: string, isWrapper: boolean): readonly Offer[] {
  const infos: readonly FormatSpecifierInfo[] = formatSpecifiers;
  return infos
    .filter(({ wrapperOnly = false }) => isWrapper || !wrapperOnly)
    .map(({ name }) => ({
      ...part(word, typed, name, /^[\w.]*/),
      kind: CompletionItemKind.Variable,
      detail: "format specifier",
      data: { of: "specifier", name },
    }));
}

function modifierOffers(word: Cursor["word"], typed: string): readonly Offer[] {
  const given = new Set(typed.split("|").slice(0, -1));
  const last = typed.slice(typed.lastIndexOf("|") + 1);
  return formatModifiers
    .filter(({ name }) => !given.has(name))
    .map(({ name }) => ({
      ...part(word, last, name, /^\w*/),
      kind: CompletionItemKind.Operator,
      detail: "modifier",
      data: { of: "modifier", name },
    }));
}

/** Replaces what is typed of a word and the rest of it behind the cursor; closes the specifier where nothing else does. */
function part({ start, end, typed: before, rest }: Cursor["word"], typed: string, name: string, pattern: RegExp) {
  const offset = start + before.length;
  const length = pattern.exec(rest)?.[0].length ?? 0;
  const isClosed = /^[[:}|]/.test(rest.slice(length));
  return {
    label: name,
    write: "part",
    goesOn: true,
    text: isClosed ? name : `${name}}`,
    range: { start: offset - typed.length, end: Math.min(end, offset + length) },
  } as const;
}
