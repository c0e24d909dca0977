import type { Source } from "../../parser/source.ts";
import { codesThatCount, type Suppression, type SuppressionComment, type SuppressionEnd } from "./suppression.ts";

/** What goes from a `disable` to an `enable`, or to the end of its file, and what ends nothing. */
export interface SuppressionBlocks {
  readonly suppressions: readonly Suppression[];
  readonly strayEnds: readonly SuppressionEnd[];
}

/** Those of a file that are not ended yet, by their code; the empty one stands for all rules. */
type Open = Map<string, Suppression[]>;

/** Finds the blocks that comments make, in the order in which they are read. */
export function suppressionBlocks(comments: readonly SuppressionComment[]): SuppressionBlocks {
  const suppressions: Suppression[] = [];
  const strayEnds: SuppressionEnd[] = [];
  const files = new Map<Source, Open>();
  for (const comment of comments) {
    const { source, start } = comment.span;
    const open: Open = files.get(source) ?? new Map();
    files.set(source, open);
    if (comment.word === "disable") begin(comment, open);
    if (comment.word !== "enable") continue;
    for (const code of codesThatCount(comment)) {
      const ended = take(code?.code, open);
      if (ended.length === 0) strayEnds.push({ comment, code });
      for (const one of ended)
        suppressions.push({ ...one, range: { ...one.range, end: start }, endedBy: { comment, code } });
    }
  }
  const unended = [...files.values()].flatMap((open) => take(undefined, open));
  return { suppressions: [...suppressions, ...unended], strayEnds };
}

function begin(comment: SuppressionComment, open: Open): void {
  const { source, start } = comment.span;
  const range = { source, start, end: source.text.length };
  for (const code of codesThatCount(comment)) {
    const list = open.get(code?.code ?? "");
    const block = { comment, code, range, endedBy: undefined };
    if (list === undefined) open.set(code?.code ?? "", [block]);
    else list.push(block);
  }
}

/** Takes out those of a code, or all. */
function take(code: string | undefined, open: Open): readonly Suppression[] {
  const taken = code === undefined ? [...open.values()].flat() : (open.get(code) ?? []);
  if (code === undefined) open.clear();
  else open.delete(code);
  return taken;
}
