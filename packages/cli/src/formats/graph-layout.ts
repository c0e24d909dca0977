import type { GraphEdge, GraphNode, GraphNodeKind, MailGraph } from "smtpd-conf";
import { displayWidth } from "./display-width.ts";
import { fitted } from "./graph-text.ts";

/** A station with its place in pixels. */
export interface Box {
  readonly node: GraphNode;
  readonly lines: readonly string[];
  /** How many of the lines, at the end, are the note. */
  readonly notes: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The line of a listener: from its last station to a column of its own, along which it meets the rules. */
export interface Lane {
  /** The stations of the listener, in order. */
  readonly boxes: readonly [Box, ...Box[]];
  readonly x: number;
  /** The rules that it meets. */
  readonly stops: readonly { readonly box: Box; readonly edge: GraphEdge }[];
}

/** The line of an action: from the rules that lead to it along a column of its own. */
export interface ActionLane {
  readonly action: Box;
  readonly x: number;
  readonly stops: Lane["stops"];
}

/** Where everything lies: listeners, filters and tags on the left, then a line for each listener, rules, what they lead to. */
export interface Layout {
  readonly boxes: readonly Box[];
  readonly lanes: readonly Lane[];
  /** The lines of actions, where there are so many ways to them that curves would be a tangle. */
  readonly actionLanes: readonly ActionLane[];
  /** The other ways from rules and actions on. */
  readonly ways: readonly { readonly from: Box; readonly to: Box; readonly edge: GraphEdge }[];
  readonly headings: readonly { readonly text: string; readonly x: number }[];
  readonly width: number;
  readonly height: number;
}

/** Pixels; the width of a character is that of common fixed-width fonts at this size. */
export const measures = { font: 13, character: 7.85, line: 18, margin: 24, top: 92, padding: 10 } as const;

/** How far apart boxes of a column are, and columns; and the lines of listeners. */
const gaps = { row: 14, column: 34, lane: 22, fan: 96 } as const;

/** The columns of characters and the lines that a box may have. */
const sizes: Readonly<Record<GraphNodeKind, readonly [columns: number, lines: number]>> = {
  listener: [44, 8],
  filters: [36, 9],
  tag: [22, 2],
  rule: [48, 4],
  action: [32, 4],
  mailbox: [44, 4],
  host: [44, 5],
  end: [40, 2],
};

/** What is placed so far. */
interface Draft {
  readonly graph: MailGraph;
  /** Without places. */
  readonly measured: ReadonlyMap<string, Box>;
  readonly placed: Map<string, Box>;
  readonly headings: { readonly text: string; readonly x: number }[];
  /** Where the next column begins. */
  x: number;
}

export function layOut(graph: MailGraph): Layout {
  const measured = new Map(graph.nodes.map((node) => [node.id, measure(node)]));
  const draft: Draft = { graph, measured, placed: new Map(), headings: [], x: measures.margin };
  const lefts: Lefts = {
    listener: addColumn(draft, "listeners", boxesOf(draft, "listener")),
    filters: addColumn(draft, "filters", boxesOf(draft, "filters")),
    tag: addColumn(draft, "tags", boxesOf(draft, "tag")),
  };
  const chains = chainsOf(draft);
  const laneLeft = draft.x;
  draft.x += chains.length * gaps.lane + 6;
  placeRules(draft);
  const lanes = lanesFrom(placeChains(chains, lefts, draft), laneLeft, draft);
  placeEnds(draft);
  const actionLanes = placeActions(draft);
  draft.x += gaps.column;
  place(draft, beside(draft, "mailboxes and hosts", ["mailbox", "host"]));
  return finish(draft, lanes, actionLanes);
}

type Lefts = Readonly<Record<"listener" | "filters" | "tag", number>>;

/** The actions, after their lines or the room for curves. */
function placeActions(draft: Draft): readonly ActionLane[] {
  const { graph, measured } = draft;
  const ways = graph.edges.filter(({ to }) => measured.get(to)?.node.kind === "action");
  if (ways.length <= mostCurves) {
    draft.x += gaps.fan;
    place(draft, beside(draft, "actions", ["action"]));
    return [];
  }
  const left = draft.x + gaps.column;
  draft.x += gaps.column + boxesOf(draft, "action").length * gaps.lane;
  place(draft, clearOfRules(beside(draft, "actions", ["action"]), draft));
  return actionLanesFrom(left, draft);
}

/** Moves boxes down as far as their lines would run into those of rules. */
function clearOfRules(boxes: readonly Box[], { placed }: Draft): readonly Box[] {
  const rules = [...placed.values()].filter(({ node }) => node.kind === "rule");
  let bottom = 0;
  return boxes.map((box) => {
    const y = clearOf(rules, Math.max(box.y, bottom) + box.height / 2) - box.height / 2;
    bottom = y + box.height + gaps.row;
    return { ...box, y };
  });
}

/** So many ways from rules to actions can be followed as curves. */
const mostCurves = 14;

function finish(
  { graph, placed, headings, x }: Draft,
  lanes: readonly Lane[],
  actionLanes: readonly ActionLane[],
): Layout {
  const boxes = [...placed.values()];
  const drawn = new Set(actionLanes.flatMap(({ stops }) => stops.map(({ edge }) => edge)));
  const ways = graph.edges.flatMap((edge) => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    const isWay = (from?.node.kind === "rule" || from?.node.kind === "action") && !drawn.has(edge);
    return from && to && isWay ? [{ from, to, edge }] : [];
  });
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + measures.margin;
  return { boxes, lanes, actionLanes, ways, headings, width: x - gaps.column + measures.margin, height };
}

function boxesOf({ measured }: Draft, ...kinds: readonly GraphNodeKind[]): readonly Box[] {
  return [...measured.values()].filter(({ node }) => kinds.includes(node.kind));
}

/** Makes room for a column, unless it has no boxes; gives its left edge. */
function addColumn(draft: Draft, heading: string, boxes: readonly Box[]): number {
  const { x } = draft;
  if (boxes.length === 0) return x;
  draft.headings.push({ text: heading, x });
  draft.x += Math.max(...boxes.map(({ width }) => width), displayWidth(heading) * measures.character) + gaps.column;
  return x;
}

function place({ placed }: Draft, boxes: readonly Box[]): void {
  for (const box of boxes) placed.set(box.node.id, box);
}

/** Rules from top to bottom, and what becomes of all other mail. */
function placeRules(draft: Draft): void {
  const boxes = [...boxesOf(draft, "rule"), ...boxesOf(draft, "end").filter(({ node }) => node.id === lastEnd)];
  place(draft, stack(boxes, addColumn(draft, "rules, in order", boxes), measures.top));
}

/** Where mail ends that no rule matches. */
const lastEnd = "e0";

/** The ends of rules that lead to no action, each beside its rule. */
function placeEnds(draft: Draft): void {
  const { graph, placed } = draft;
  const ends = boxesOf(draft, "end").flatMap((box) => {
    const rule = placed.get(
      graph.edges.find(({ to, from }) => to === box.node.id && placed.get(from)?.node.kind === "rule")?.from ?? "",
    );
    return rule === undefined ? [] : [{ ...box, x: draft.x, y: rule.y + (rule.height - box.height) / 2 }];
  });
  place(draft, ends);
  draft.x += Math.max(0, ...ends.map(({ width }) => width)) - gaps.column;
}

/** A station without a place. */
function measure(node: GraphNode): Box {
  const [columns, most] = sizes[node.kind];
  const lines = node.lines.flatMap((line) => fitted(line, columns, most)).slice(0, most + 2);
  const notes = node.note === undefined ? [] : fitted(node.note, columns, 2);
  const texts = [...lines, ...notes];
  const width = Math.max(...texts.map(displayWidth), 4) * measures.character + 2 * measures.padding;
  const height = texts.length * measures.line + measures.padding;
  return { node, lines: texts, notes: notes.length, x: 0, y: 0, width, height };
}

type Chain = readonly [Box, ...Box[]];

/** The stations of each listener in order. */
function chainsOf({ graph: { nodes, edges }, measured }: Draft): readonly Chain[] {
  const next = ({ node }: Box) => {
    const to = edges.find(({ from }) => from === node.id)?.to ?? "";
    const box = measured.get(to);
    return box?.node.kind === "filters" || box?.node.kind === "tag" ? box : undefined;
  };
  return nodes.flatMap(({ id, kind }) => {
    const first = measured.get(id);
    if (kind !== "listener" || first === undefined) return [];
    const chain: [Box, ...Box[]] = [first];
    for (let box = next(first); box !== undefined; box = next(box)) chain.push(box);
    return [chain];
  });
}

/** One row for each listener, then the filters that nobody asks. */
function placeChains(chains: readonly Chain[], lefts: Lefts, draft: Draft): readonly Chain[] {
  const rules = [...draft.placed.values()];
  let y: number = measures.top;
  const rows = chains.map((chain): Chain => {
    const height = Math.max(...chain.map((box) => box.height));
    y = clearOf(rules, y + height / 2) - height / 2;
    const top = y;
    y += height + gaps.row;
    const inRow = (box: Box) => ({ ...box, x: leftOf(box, lefts), y: top + (height - box.height) / 2 });
    const [first, ...others] = chain;
    return [inRow(first), ...others.map(inRow)];
  });
  place(draft, rows.flat());
  const unused = boxesOf(draft, "filters").filter(({ node }) => node.state === "dead");
  place(draft, stack(unused, lefts.filters, y));
  return rows;
}

function leftOf({ node }: Box, lefts: Lefts): number {
  return node.kind === "listener" || node.kind === "filters" ? lefts[node.kind] : lefts.tag;
}

/** The next place for the line of a listener at which it does not run into the line of a rule. */
function clearOf(rules: readonly Box[], middle: number): number {
  let clear = middle;
  const isNear = (rule: Box) => Math.abs(rule.y + rule.height / 2 - clear) < nearness;
  for (let near = rules.find(isNear); near !== undefined; near = rules.find(isNear))
    clear = near.y + near.height / 2 + nearness;
  return clear;
}

/** Pixels between two lines that are told apart at a glance. */
const nearness = 9;

/** Boxes of one width below each other. */
function stack(boxes: readonly Box[], x: number, top: number): readonly Box[] {
  const width = Math.max(0, ...boxes.map((box) => box.width));
  let y = top;
  return boxes.map((box) => {
    const at = y;
    y += box.height + gaps.row;
    return { ...box, x, y: at, width };
  });
}

/** Boxes as near as can be to the middle of those that lead to them; those that nothing leads to come last. */
function beside(draft: Draft, heading: string, kinds: readonly GraphNodeKind[]): readonly Box[] {
  const boxes = boxesOf(draft, ...kinds);
  const x = addColumn(draft, heading, boxes);
  const width = Math.max(0, ...boxes.map((box) => box.width));
  const wanted = boxes.map((box) => ({ box, middle: wantedMiddle(box, draft) }));
  wanted.sort((one, other) => (one.middle === other.middle ? 0 : one.middle - other.middle));
  return spread(wanted).map(({ box, y }) => ({ ...box, x, width, y }));
}

function wantedMiddle({ node }: Box, { graph: { edges }, placed }: Draft): number {
  const from = edges.flatMap((edge) => (edge.to === node.id ? (placed.get(edge.from) ?? []) : []));
  const live = from.filter((box) => box.node.state !== "dead");
  const middles = (live.length > 0 ? live : from).map(({ y, height }) => y + height / 2);
  return middles.length === 0 ? Number.POSITIVE_INFINITY : middles.reduce((sum, one) => sum + one, 0) / middles.length;
}

interface Wanted {
  readonly box: Box;
  readonly middle: number;
}

/** Moves boxes apart that would overlap, all of a crowd as little as possible. */
function spread(wanted: readonly Wanted[]): readonly { readonly box: Box; readonly y: number }[] {
  interface Crowd {
    readonly members: Wanted[];
    height: number;
    top: number;
  }
  const crowds: Crowd[] = [];
  for (const one of wanted) {
    const last = crowds.at(-1);
    const bottom = last === undefined ? measures.top : last.top + last.height + gaps.row;
    const top = Number.isFinite(one.middle) ? one.middle - one.box.height / 2 : bottom;
    let crowd: Crowd = { members: [one], height: one.box.height, top: Math.max(measures.top, top) };
    for (
      let before = crowds.at(-1);
      before !== undefined && before.top + before.height + gaps.row > crowd.top;
      before = crowds.at(-1)
    ) {
      crowds.pop();
      crowd = joined(before.members, crowd.members);
    }
    crowds.push(crowd);
  }
  return crowds.flatMap(({ members, top }) => {
    let y = top;
    return members.map(({ box }) => {
      const at = y;
      y += box.height + gaps.row;
      return { box, y: at };
    });
  });
}

function joined(before: readonly Wanted[], behind: readonly Wanted[]) {
  const members = [...before, ...behind];
  let offset = 0;
  const tops: number[] = [];
  for (const { box, middle } of members) {
    if (Number.isFinite(middle)) tops.push(middle - box.height / 2 - offset);
    offset += box.height + gaps.row;
  }
  const mean = tops.length === 0 ? measures.top : tops.reduce((sum, one) => sum + one, 0) / tops.length;
  return { members, height: offset - gaps.row, top: Math.max(measures.top, mean) };
}

/** The first listener has the line next to the rules: so the lines of others do not cross its own. */
function lanesFrom(chains: readonly Chain[], left: number, { graph: { edges }, placed }: Draft): readonly Lane[] {
  return chains.map((boxes, index) => {
    const last = boxes.at(-1) ?? boxes[0];
    const stops = edges.flatMap((edge) => {
      const box = edge.from === last.node.id ? placed.get(edge.to) : undefined;
      return box === undefined ? [] : [{ box, edge }];
    });
    return { boxes, x: left + (chains.length - 1 - index) * gaps.lane, stops };
  });
}

/** The uppermost action has the line next to it: so the lines of others do not cross its own. */
function actionLanesFrom(left: number, { graph: { edges }, placed }: Draft): readonly ActionLane[] {
  const actions = [...placed.values()].filter(({ node }) => node.kind === "action");
  return actions.map((action, index) => {
    const stops = edges.flatMap((edge) => {
      const box = edge.to === action.node.id ? placed.get(edge.from) : undefined;
      return box === undefined ? [] : [{ box, edge }];
    });
    return { action, x: left + (actions.length - 1 - index) * gaps.lane, stops };
  });
}
