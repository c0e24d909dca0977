/**
 * The candidates nearest to a misspelled word, best first: at most two edits away, fewer for short words. A swap of two
 * neighbours counts as one edit (Damerau and Levenshtein's distance).
 */
export function suggestionsFor(word: string, candidates: Iterable<string>, most = 3): string[] {
  const allowed = word.length < 3 ? 0 : word.length < 5 ? 1 : 2;
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = editDistance(word, candidate, allowed);
    if (distance <= allowed) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, most).map(({ candidate }) => candidate);
}

/** Edits from one word to the other; anything above `limit` may be given as any number above it. */
function editDistance(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++)
      current.push(cell(from, to, row, column, before, previous, current));
    if (Math.min(...current) > limit) return limit + 1;
    [before, previous] = [previous, current];
  }
  return previous[to.length] ?? limit + 1;
}

function cell(
  from: string,
  to: string,
  row: number,
  column: number,
  before: readonly number[],
  previous: readonly number[],
  current: readonly number[],
): number {
  const same = from[row - 1] === to[column - 1];
  const replaced = (previous[column - 1] ?? 0) + (same ? 0 : 1);
  const changed = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
  const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
  return swapped && row > 1 && column > 1 ? Math.min(changed, (before[column - 2] ?? 0) + 1) : changed;
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
export function eitherOf(words: readonly string[], quote = '"'): string {
  const quoted = words.map((word) => `${quote}${word}${quote}`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
