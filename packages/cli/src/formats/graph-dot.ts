import type { GraphEdge, GraphNode, MailGraph } from "smtpd-conf";
import { paletteOf, quietInk } from "./graph-style.ts";
import { fitted, plainText } from "./graph-text.ts";

/** A graph in the language of Graphviz, from left to right with the rules below each other. */
export function writeDot({ nodes, edges }: MailGraph, title: string): string {
  const lines = [
    "digraph mail {",
    `  graph [rankdir=LR, label=${quoted(title)}, labelloc=t, labeljust=l, fontname="monospace", fontcolor="${quietInk}", bgcolor="transparent", nodesep=0.18, ranksep=0.7];`,
    '  node [shape=box, style="rounded,filled", fontname="monospace", fontsize=10, margin="0.12,0.06"];',
    "  edge [arrowsize=0.7];",
    ...nodes.map((node) => `  ${node.id} [${nodeAttributes(node)}];`),
    ...column(nodes.filter(({ kind }) => kind === "listener").map(({ id }) => id)),
    ...column(nodes.filter(isInRuleset).map(({ id }) => id)),
    ...edges.map((edge) => `  ${edge.from} -> ${edge.to} [${edgeAttributes(edge)}];`),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Puts nodes below each other: within a rank, an edge puts the one above the other. */
function column(ids: readonly string[]): readonly string[] {
  const below = ids.slice(1).map((id, index) => {
    return `  ${ids[index]} -> ${id} [style=invis, weight=20, tailport=s, headport=n];`;
  });
  return [`  { rank=same; ${ids.join("; ")}; }`, ...below];
}

/** Rules, and what becomes of mail that none matches. */
export function isInRuleset({ id, kind }: GraphNode): boolean {
  return kind === "rule" || id === "e0";
}

function nodeAttributes(node: GraphNode): string {
  const { line, ground, text } = paletteOf(node);
  const lines = node.lines.flatMap((one) => fitted(one, 44, 4));
  const label = [...lines, ...(node.note === undefined ? [] : [`(${node.note})`])];
  const tooltip = quoted(node.lines.map(plainText).join("\n"));
  const style = node.state === "dead" ? ', style="rounded,filled,dashed"' : "";
  const width = node.state === "open" ? ", penwidth=2" : "";
  return `label=${quoted(label.join("\n"))}, tooltip=${tooltip}, color="${line}", fillcolor="${ground}", fontcolor="${text}"${style}${width}`;
}

function edgeAttributes(edge: GraphEdge): string {
  const width = edge.state === "open" ? ", penwidth=2" : "";
  const style = edge.state === "dead" ? ", style=dotted" : edge.certain ? "" : ", style=dashed";
  return `color="${paletteOf(edge).line}"${width}${style}`;
}

/** A string of DOT: lines end with \l, which aligns them to the left. Graphviz knows the entities of HTML. */
function quoted(text: string): string {
  const lines = text.split("\n").map((line) => plainText(line).replace(/[\\"]/g, "\\$&").replaceAll("&", "&amp;"));
  return `"${lines.length > 1 ? lines.map((line) => `${line}\\l`).join("") : lines.join("")}"`;
}
