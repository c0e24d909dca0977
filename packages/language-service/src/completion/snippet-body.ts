import { type NameSpace, type TablePlace, writeWord } from "smtpd-conf";

/** A place of a snippet that is to be filled in. */
export type Hole =
  /** Any text. */
  | { readonly kind: "value"; readonly usual: string }
  /** One of a closed set, the usual one first. */
  | { readonly kind: "choice"; readonly values: readonly string[] }
  /** The name of something: one that there is, or the usual one. */
  | { readonly kind: "name"; readonly space: NameSpace; readonly usual: string; readonly place?: TablePlace };

/** The text of a snippet with its holes, in order. */
export type SnippetBody = readonly (string | Hole)[];

/** A snippet as a template: what is put into it are its holes. */
export function body(texts: readonly string[], ...holes: readonly Hole[]): SnippetBody {
  return texts.flatMap((text, index): SnippetBody => {
    const hole = holes[index];
    return hole === undefined ? [text] : [text, hole];
  });
}

export function value(usual: string): Hole {
  return { kind: "value", usual };
}

export function choice(...values: readonly string[]): Hole {
  return { kind: "choice", values };
}

export function nameOf(space: NameSpace, usual: string, place?: TablePlace): Hole {
  return { kind: "name", space, usual, ...(place && { place }) };
}

/** The names that there are for a hole, best first. */
export type NamesFor = (hole: Extract<Hole, { kind: "name" }>) => readonly string[];

/** Names that are offered as a choice. */
const mostChoices = 30;

/** The snippet in the syntax of the protocol, with the names that there are as choices. */
export function renderSnippet(snippet: SnippetBody, namesFor: NamesFor): string {
  let number = 0;
  return snippet
    .map((part) => {
      if (typeof part === "string") return escapeText(part);
      number++;
      const values = valuesOf(part, namesFor);
      if (values.length === 1) return `\${${number}:${escapeText(values[0] ?? "")}}`;
      return `\${${number}|${values.map(escapeChoice).join(",")}|}`;
    })
    .join("");
}

/** The text with the first value in each hole. */
export function renderPlain(snippet: SnippetBody, namesFor: NamesFor = () => []): string {
  return snippet.map((part) => (typeof part === "string" ? part : (valuesOf(part, namesFor)[0] ?? ""))).join("");
}

function valuesOf(hole: Hole, namesFor: NamesFor): readonly string[] {
  if (hole.kind === "value") return [hole.usual];
  if (hole.kind === "choice") return hole.values;
  const names = namesFor(hole).slice(0, mostChoices);
  return names.length === 0 ? [hole.usual] : names;
}

/** Quotes for the names that need them. */
export function writtenNames(names: readonly string[], target: Parameters<typeof writeWord>[1]): readonly string[] {
  return names.map((name) => writeWord(name, target));
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, "\\$&");
}
