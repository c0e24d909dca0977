import type { GraphEdge, GraphState, MailGraph } from "smtpd-conf";
import { type ActionLane, type Box, type Lane, type Layout, layOut, measures } from "./graph-layout.ts";
import { drawLegend } from "./graph-legend.ts";
import { actionInk, drawText, escaped, inks, laneInk, paletteOf, quietInk, round, strokeOf } from "./graph-style.ts";

/** A graph as a picture that needs nothing else, on any ground: SVG 1.1. */
export function drawGraph(graph: MailGraph, title: string): string {
  const layout = layOut(graph);
  const legend = drawLegend(graph, layout.height);
  const width = Math.ceil(Math.max(layout.width, legend.width));
  const height = Math.ceil(layout.height + legend.height);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} font-family="monospace" font-size="${measures.font}">`,
    `<title>${escaped(title)}</title>`,
    drawText(measures.margin, 38, title, quietInk, ' font-size="17"'),
    ...layout.headings.map(({ text, x }) => drawText(x, measures.top - 16, text, quietInk)),
    ...drawRows(layout),
    ...layout.lanes.flatMap((lane, index) => drawLane(lane, laneInk(index))),
    ...layout.actionLanes.flatMap((lane, index) => drawActionLane(lane, actionInk(index))),
    ...layout.actionLanes.flatMap(drawOpenActionWays),
    ...layout.actionLanes.flatMap((lane, index) => drawStops(lane, actionInk(index))),
    ...byUrgency(layout.ways).flatMap(drawWay),
    ...layout.lanes.flatMap(drawOpenWays),
    ...layout.lanes.flatMap((lane, index) => drawStops(lane, laneInk(index))),
    ...layout.boxes.flatMap((box) => drawBox(box, layout)),
    ...legend.lines,
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

/** Open doors in front, dead ends behind. */
function byUrgency(ways: Layout["ways"]): Layout["ways"] {
  const order: readonly GraphState[] = ["dead", "plain", "open"];
  return ways.toSorted((one, other) => order.indexOf(one.edge.state) - order.indexOf(other.edge.state));
}

function middleOf({ y, height }: Box): number {
  return round(y + height / 2);
}

function drawBox(box: Box, layout: Layout): readonly string[] {
  const { node, x, y, width, height } = box;
  const { line, ground } = paletteOf(node);
  const radius = node.kind === "end" || node.kind === "tag" ? round(Math.min(height / 2, 14)) : 4;
  const shape = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  const ink = markOf(box, layout);
  const mark = `<rect x="${round(x)}" y="${round(y)}" width="5" height="${round(height)}" fill="${ink}"/>`;
  return [
    `<g><title>${escaped([...node.lines, ...(node.note === undefined ? [] : [node.note])].join("\n"))}</title>`,
    `<rect ${shape} rx="${radius}" fill="${ground}" stroke="${line}"${strokeOf(node)}/>`,
    ...(ink === undefined ? [] : [mark]),
    ...drawLines(box),
    "</g>",
  ];
}

/** The colour of the line that belongs to a box. */
function markOf(box: Box, { lanes, actionLanes }: Layout): string | undefined {
  const lane = lanes.findIndex(({ boxes }) => boxes[0] === box);
  if (lane >= 0) return laneInk(lane);
  const action = actionLanes.findIndex((one) => one.action === box);
  return action >= 0 ? actionInk(action) : undefined;
}

/** The texts of a box: names stand out, and the note at the end. */
function drawLines(box: Box): readonly string[] {
  const { node, lines, notes, x, y } = box;
  const named = namesIn(box);
  return lines.map((line, index) => {
    const name = index < named ? ' font-weight="bold"' : "";
    const style = index >= lines.length - notes ? ' font-style="italic"' : name;
    const bottom = y + measures.padding / 2 + measures.line * (index + 0.74);
    const drawn = drawText(x + measures.padding, bottom, line, paletteOf(node).text, style);
    return index === 0 && node.kind === "rule" ? withBoldNumber(drawn) : drawn;
  });
}

/** How many of the lines, at the front, are names: of a listener all but what it offers. */
function namesIn({ node: { kind }, lines, notes }: Box): number {
  if (kind === "listener") return lines.length - notes - 1;
  return kind === "action" || kind === "tag" || kind === "end" ? 1 : 0;
}

function withBoldNumber(text: string): string {
  return text.replace(/>(\d+) /, '><tspan font-weight="bold">$1</tspan> ');
}

function drawPath(path: string, ink: string, style: string): string {
  return `<path d="${path}" fill="none" stroke="${ink}"${style}/>`;
}

/** For each rule that mail comes to, a line from the first listener that it meets to the rule. */
function drawRows({ lanes }: Layout): readonly string[] {
  const starts = new Map<Box, number>();
  for (const { x, stops } of lanes) for (const { box } of stops) starts.set(box, Math.min(x, starts.get(box) ?? x));
  return [...starts].flatMap(([box, x]) => {
    const y = middleOf(box);
    return [drawPath(`M${round(x)} ${y}H${round(box.x - 4)}`, inks.plain.line, thin), arrow(box.x, y, inks.plain.line)];
  });
}

/** From station to station of a listener, to its line, and along that as far as its rules reach. */
function drawLane({ boxes, x, stops }: Lane, ink: string): readonly string[] {
  const style = ' stroke-width="1.8"';
  const joins = boxes.slice(1).map((box, index) => drawPath(joinOf(boxes[index] ?? box, box), ink, style));
  if (stops.length === 0) return joins;
  const last = boxes.at(-1) ?? boxes[0];
  const rows = [middleOf(last), ...stops.map(({ box }) => middleOf(box))];
  const across = drawPath(`M${round(last.x + last.width)} ${middleOf(last)}H${round(x)}`, ink, style);
  const along = drawPath(`M${round(x)} ${Math.min(...rows)}V${Math.max(...rows)}`, ink, style);
  return [...joins, across, along];
}

function joinOf(from: Box, to: Box): string {
  return `M${round(from.x + from.width)} ${middleOf(from)}H${round(to.x)}`;
}

/** The ways of strangers who can relay, over all others. */
function drawOpenWays({ boxes, x, stops }: Lane): readonly string[] {
  const open = stops.filter(({ edge }) => edge.state === "open");
  const last = boxes.at(-1) ?? boxes[0];
  const { line } = inks.open;
  return open.flatMap(({ box, edge }) => [
    ...boxes.slice(1).map((next, index) => drawPath(joinOf(boxes[index] ?? next, next), line, strokeOf(edge))),
    drawPath(
      `M${round(last.x + last.width)} ${middleOf(last)}H${round(x)}V${middleOf(box)}H${round(box.x - 4)}`,
      line,
      strokeOf(edge),
    ),
    arrow(box.x, middleOf(box), line),
  ]);
}

/** A dot where the line of a listener meets a rule that decides about its mail; a ring where that is not sure. */
function drawStops({ x, stops }: Pick<Lane, "x" | "stops">, own: string): readonly string[] {
  return stops.map(({ box, edge }) => {
    const ink = edge.state === "open" ? inks.open.line : own;
    const ground = edge.certain ? ink : "#ffffff";
    return `<circle cx="${round(x)}" cy="${middleOf(box)}" r="5" fill="${ground}" stroke="${ink}" stroke-width="2"/>`;
  });
}

/** From the rules to the line of an action, along it and to the action. */
function drawActionLane({ action, x, stops }: ActionLane, ink: string): readonly string[] {
  if (stops.length === 0) return [];
  const y = middleOf(action);
  const rows = [y, ...stops.map(({ box }) => middleOf(box))];
  return [
    ...stops.map(({ box, edge }) =>
      drawPath(rowTo(box, x), inks.plain.line, edge.state === "dead" ? strokeOf(edge) : thin),
    ),
    drawPath(`M${round(x)} ${Math.min(...rows)}V${Math.max(...rows)}`, ink, ' stroke-width="1.8"'),
    drawPath(`M${round(x)} ${y}H${round(action.x - 4)}`, ink, ' stroke-width="1.8"'),
    arrow(action.x, y, ink),
  ];
}

const thin = ' stroke-width="1" stroke-opacity="0.6"';

function rowTo(box: Box, x: number): string {
  return `M${round(box.x + box.width)} ${middleOf(box)}H${round(x)}`;
}

function drawOpenActionWays({ action, x, stops }: ActionLane): readonly string[] {
  const { line } = inks.open;
  const y = middleOf(action);
  return stops
    .filter(({ edge }) => edge.state === "open")
    .flatMap(({ box, edge }) => [
      drawPath(`${rowTo(box, x)}V${y}H${round(action.x - 4)}`, line, strokeOf(edge)),
      arrow(action.x, y, line),
    ]);
}

/** The head of an arrow that points to the right and ends here. */
function arrow(x: number, y: number, ink: string): string {
  return `<path d="M${round(x - 7)} ${round(y - 4)}L${round(x)} ${y}L${round(x - 7)} ${round(y + 4)}Z" fill="${ink}"/>`;
}

function drawWay({
  from,
  to,
  edge,
}: {
  readonly from: Box;
  readonly to: Box;
  readonly edge: GraphEdge;
}): readonly string[] {
  const [left, right] = [round(from.x + from.width), round(to.x - 4)];
  const [start, end] = [middleOf(from), middleOf(to)];
  const bend = round((left + right) / 2);
  const curve = `M${left} ${start}C${bend} ${start} ${bend} ${end} ${right} ${end}`;
  const { line } = paletteOf(edge);
  return [drawPath(start === end ? `M${left} ${start}H${right}` : curve, line, strokeOf(edge)), arrow(to.x, end, line)];
}
