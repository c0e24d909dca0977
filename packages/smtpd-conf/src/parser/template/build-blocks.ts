import type { Tag } from "./tag.ts";
import type { Block, Hole, Range } from "./template.ts";

/** The structure of a template. */
export interface Structure {
  readonly holes: readonly Hole[];
  readonly blocks: readonly Block[];
  readonly silent: readonly Range[];
}

interface OpenBlock {
  readonly tag: Tag;
  readonly branches: Range[];
  /** Where the branch begins that is being read. */
  from: number;
}

/** Pairs the tags that open and close. A block that nothing closes goes on to the end; what closes nothing does nothing. */
export function buildBlocks(tags: readonly Tag[], end: number): Structure {
  const stack: OpenBlock[] = [];
  const found: { readonly tag: Tag; readonly branches: readonly Range[]; readonly end: number }[] = [];
  const leave = (until: Range) => {
    const open = stack.pop();
    if (open === undefined) return;
    const branches = [...open.branches, { start: open.from, end: until.start }];
    found.push({ tag: open.tag, branches, end: until.end });
  };
  for (const tag of tags) {
    const open = stack.at(-1);
    if (opens(tag)) stack.push({ tag, branches: [], from: tag.end });
    else if (tag.role === "close") leave(tag);
    else if (tag.role === "branch" && open !== undefined) {
      open.branches.push({ start: open.from, end: tag.start });
      open.from = tag.end;
    }
  }
  while (stack.length > 0) leave({ start: end, end });
  return structure(tags, found);
}

function opens({ role }: Tag): boolean {
  return role === "open" || role === "silence" || role === "capture";
}

function structure(
  tags: readonly Tag[],
  found: readonly { readonly tag: Tag; readonly branches: readonly Range[]; readonly end: number }[],
): Structure {
  const captures = found.filter(({ tag }) => tag.role === "capture").map(({ tag, end }) => ({ ...tag, end }));
  const outermost = captures.filter(
    (capture) => !captures.some((other) => other !== capture && contains(other, capture)),
  );
  const isFree = (range: Range) => !outermost.some((capture) => contains(capture, range));
  const whole = outermost.map((capture): Hole => ({ ...capture, kind: "value", expression: "" }));
  const holes = [...tags.filter(isFree), ...whole].sort((a, b) => a.start - b.start);
  const kept = found.filter(({ tag }) => isFree(tag)).sort((a, b) => a.tag.start - b.tag.start);
  return {
    holes,
    blocks: kept.filter(({ tag }) => tag.role === "open").map(({ branches }) => ({ branches })),
    silent: kept.filter(({ tag }) => tag.role === "silence").flatMap(({ branches }) => branches),
  };
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
