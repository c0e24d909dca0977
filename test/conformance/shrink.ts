type Holds = (text: string) => Promise<boolean>;

/** Remaining calls of the predicate. */
interface Budget {
  left: number;
}

/**
 * The smallest text found for which `holds` is still true, by leaving out statements, lines, tokens and characters in
 * turn. `holds` is asked at most `calls` times; it must hold for the text itself.
 */
export async function shrink(text: string, holds: Holds, calls = 2000): Promise<string> {
  const budget = { left: calls };
  const divisions = [/(?<!\\)(?<=\n)/, /(?<=\n)/, /(?<=[ \t\n{}<>,="'])|(?=[ \t\n{}<>,="'])/, /(?:)/];
  let smallest = text;
  for (let before = ""; before !== smallest && budget.left > 0; ) {
    before = smallest;
    for (const division of divisions) smallest = await shrinkParts(smallest.split(division), holds, budget);
  }
  return smallest;
}

// Delta debugging: parts are left out in halves, quarters and so on, down to single ones.
async function shrinkParts(parts: readonly string[], holds: Holds, budget: Budget): Promise<string> {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && budget.left > 0; size = Math.floor(size / 2)) {
    kept = await withoutRuns(kept, size, holds, budget);
  }
  return kept.join("");
}

async function withoutRuns(
  parts: readonly string[],
  size: number,
  holds: Holds,
  budget: Budget,
): Promise<readonly string[]> {
  let kept = parts;
  for (let at = 0; at < kept.length && budget.left > 0; ) {
    const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
    budget.left -= 1;
    if (await holds(fewer.join(""))) kept = fewer;
    else at += size;
  }
  return kept;
}
