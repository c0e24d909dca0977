import type { SemanticTokensEdit } from "vscode-languageserver-types";
import { tokenSize } from "./token-writer.ts";

/** The one change that makes the next answer out of the one before; none where they are equal. */
export function getSemanticTokensDelta(previous: readonly number[], next: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(previous.length, next.length);
  let head = 0;
  while (head < most && previous[head] === next[head]) head++;
  if (head === previous.length && head === next.length) return [];
  head -= head % tokenSize;
  let tail = 0;
  const [lastBefore, last] = [previous.length - 1, next.length - 1];
  while (tail < most - head && previous[lastBefore - tail] === next[last - tail]) tail++;
  tail -= tail % tokenSize;
  const data = next.slice(head, next.length - tail);
  return [{ start: head, deleteCount: previous.length - tail - head, ...(data.length > 0 && { data }) }];
}
