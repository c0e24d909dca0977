import type { MatchDirective, Span } from "smtpd-conf";
import { code, joined, link, type Piece, type Prose, prose } from "../markdown.ts";
import { ruleNumbers } from "../rule-numbers.ts";
import type { Snapshot } from "../snapshot.ts";
import { locationOf } from "../to-lsp.ts";

/** A text that leads to a place of the configuration; the text alone where that is in no file. */
export function placeLink(snapshot: Snapshot, text: string, span: Span): Piece {
  const location = locationOf(snapshot, span);
  if (location === undefined) return { kind: "text", text };
  return link(text, `${location.uri}#L${location.range.start.line + 1}`);
}

/** `line 12`, of another file with its name: `line 12 of rules.conf`. */
export function lineLink(snapshot: Snapshot, span: Span): Piece {
  const location = locationOf(snapshot, span);
  if (location === undefined) return { kind: "text", text: "the command line" };
  const other = location.uri === snapshot.document.uri ? "" : ` of ${span.source.path.replace(/^.*\//s, "")}`;
  return placeLink(snapshot, `line ${location.range.start.line + 1}${other}`, span);
}

/** The number of a rule as smtpd counts; undefined for a statement that smtpd refuses. */
export function numberOf({ model }: Snapshot, rule: MatchDirective): number | undefined {
  return ruleNumbers(model).get(rule);
}

/** Places that are named one by one before the rest is only counted. */
const mostPlaces = 6;

/** `rule 1, rule 4 and line 20`; of many the first, and how many there are besides. */
export function placesLinked(items: readonly Prose[]): Prose {
  if (items.length <= mostPlaces + 1) return joined(items, " and ");
  return joined([...items.slice(0, mostPlaces), prose`${items.length - mostPlaces} more`], " and ");
}

/** Words of a table or list: the first of them, and how many there are besides. */
export function wordsShown(words: readonly string[], total: number = words.length, open = false): Prose {
  const most = 5;
  const shown = words.slice(0, words.length <= most + 1 ? words.length : most).map((word) => [code(word)]);
  const left = total - shown.length;
  if (left <= 0) return joined(shown);
  return joined([...shown, prose`${open ? "at least " : ""}${left} more`]);
}
