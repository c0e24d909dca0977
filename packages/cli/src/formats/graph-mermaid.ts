import type { GraphEdge, GraphNode, GraphState, MailGraph } from "smtpd-conf";
import { isInRuleset } from "./graph-dot.ts";
import { paletteOf } from "./graph-style.ts";
import { fitted, plainText } from "./graph-text.ts";

/**
 * A graph as a flowchart of Mermaid, from top to bottom. Mermaid keeps the order of rules where each leads to the next: mail
 * that a rule is not for goes on there.
 */
export function writeMermaid(graph: MailGraph, title: string): string {
  const { nodes } = graph;
  const edges = drawnEdges(graph);
  const rules = nodes.filter(isInRuleset).map(({ id }) => id);
  const lines = [
    "---",
    `title: ${JSON.stringify(plainText(title))}`,
    "---",
    "flowchart TB",
    ...nodes.map((node) => `  ${node.id}${shaped(node)}${classOf(node)}`),
    ...edges.map((edge) => `  ${edge.from} ${arrowOf(edge)} ${edge.to}`),
    ...rules.slice(1).map((id, index) => `  ${rules[index]} -. else .-> ${id}`),
    ...classes.map(([name, standing]) => `  classDef ${name} ${styleOf(standing)}`),
    ...linkStyles(edges),
  ];
  return `${lines.join("\n")}\n`;
}

/** So many ways from listeners to rules can be followed; Mermaid itself takes 500 edges. */
const mostArrivals = 30;

/** The edges; where too many lead to rules, of each listener only the one to its first rule, and the ways of strangers. */
function drawnEdges({ nodes, edges }: MailGraph): readonly GraphEdge[] {
  const rules = new Set(nodes.filter(isInRuleset).map(({ id }) => id));
  const arrivals = edges.filter(({ from, to }) => rules.has(to) && !rules.has(from));
  if (arrivals.length <= mostArrivals) return edges;
  const isFirst = (edge: GraphEdge) => arrivals.find(({ from }) => from === edge.from) === edge;
  const left = new Set(arrivals.filter((edge) => edge.state !== "open" && !isFirst(edge)));
  return edges.filter((edge) => !left.has(edge));
}

type Standing = Pick<GraphNode, "state" | "certain">;

const classes: readonly (readonly [name: string, Standing])[] = [
  ["plain", { state: "plain", certain: true }],
  ["dead", { state: "dead", certain: true }],
  ["open", { state: "open", certain: true }],
  ["maybe", { state: "open", certain: false }],
];

function classOf({ state, certain }: Standing): string {
  return `:::${state === "open" && !certain ? "maybe" : state}`;
}

function styleOf(standing: Standing): string {
  const { line, ground, text } = paletteOf(standing);
  const dashes = standing.state === "dead" || !standing.certain ? ",stroke-dasharray:4 3" : "";
  const width = standing.state === "open" ? ",stroke-width:2px" : "";
  return `fill:${ground},stroke:${line},color:${text},text-align:left${width}${dashes}`;
}

/** A label in its shape: what mail ends at is round. */
function shaped({ kind, lines, note }: GraphNode): string {
  const texts = lines.flatMap((line) => fitted(line, 44, 4)).map(escaped);
  const label = [...texts, ...(note === undefined ? [] : [`<i>${escaped(note)}</i>`])].join("<br>");
  return kind === "end" || kind === "tag" ? `(["${label}"])` : `["${label}"]`;
}

/** What means anything to Mermaid, to Markdown or to HTML, by its number. */
function escaped(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{M}\p{N} .,:/_@+=!?'()…-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

function arrowOf({ state, certain }: GraphEdge): string {
  if (state === "open") return certain ? "==>" : "-.->";
  return state === "dead" || !certain ? "-.->" : "-->";
}

/** Links are coloured by their numbers. */
function linkStyles(edges: readonly GraphEdge[]): readonly string[] {
  return (["dead", "open"] as const satisfies readonly GraphState[]).flatMap((state) => {
    const numbers = edges.flatMap((edge, index) => (edge.state === state ? [index] : []));
    const { line } = paletteOf({ state, certain: true });
    return numbers.length === 0 ? [] : [`  linkStyle ${numbers.join(",")} stroke:${line}`];
  });
}
