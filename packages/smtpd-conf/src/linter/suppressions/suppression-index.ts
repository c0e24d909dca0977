import type { Source, Span } from "../../parser/source.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { rulesOnSuppressions, type Suppression } from "./suppression.ts";

/**
 * Gives what silences a finding, that for the fewest lines first: where it begins counts, and of one in the file of a table,
 * the `table` statement. Of several comments of one sort that name the same rule it is the one that begins last.
 */
export type SuppressionIndex = (finding: Pick<Diagnostic, "code" | "span">) => readonly Suppression[];

/** Those of one sort in one file, by where they begin; `furthest` is where the last of the first ones ends. */
interface Row {
  readonly list: Suppression[];
  readonly furthest: number[];
}

/** The sorts of comments, those for fewer lines first. */
const words = ["disable-line", "disable-next-line", "disable", "disable-file"] as const;

/** Sorts suppressions so that those for a finding are found without looking at all. */
export function indexSuppressions(suppressions: readonly Suppression[]): SuppressionIndex {
  const rows = new Map<Source, Map<string, Row>>();
  for (const suppression of suppressions.toSorted((a, b) => a.range.start - b.range.start)) {
    const { comment, code, range } = suppression;
    const inFile = rows.get(range.source) ?? new Map<string, Row>();
    rows.set(range.source, inFile);
    const key = `${comment.word} ${code?.code ?? ""}`;
    const row = inFile.get(key) ?? { list: [], furthest: [] };
    inFile.set(key, row);
    row.list.push(suppression);
    row.furthest.push(Math.max(range.end, row.furthest.at(-1) ?? 0));
  }
  return ({ code, span }) => {
    const { source, start } = placeOfFinding(span);
    const inFile = rows.get(source);
    if (inFile === undefined) return [];
    const codes = rulesOnSuppressions.has(code) ? [code] : [code, ""];
    const found = words.flatMap((word) => codes.map((one) => lastAround(start, inFile.get(`${word} ${one}`))));
    return found.filter((one) => one !== undefined);
  };
}

/** Where a comment about a finding can stand: a place in a configuration, since the files of tables have none. */
export function placeOfFinding(span: Span): Span {
  const { part, includedBy } = span.source;
  return part === undefined || includedBy === undefined ? span : placeOfFinding(includedBy);
}

/** The last one that begins at an offset or before it and does not end before it. */
function lastAround(offset: number, row: Row | undefined): Suppression | undefined {
  if (row === undefined) return undefined;
  const { list, furthest } = row;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Suppression).range.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && (furthest[index] ?? 0) >= offset; index--) {
    const one = list[index] as Suppression;
    if (one.range.end >= offset) return one;
  }
  return undefined;
}
