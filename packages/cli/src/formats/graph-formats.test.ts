import { spawnSync } from "node:child_process";
import type { GraphNode, MailGraph } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { writeDot } from "./graph-dot.ts";
import { writeMermaid } from "./graph-mermaid.ts";
import { drawGraph } from "./graph-svg.ts";

/** Names that mean something to XML, HTML, Mermaid, Markdown or DOT. */
const hostile = [
  "<script>alert(1)</script>",
  "</text></svg>",
  "]]>",
  "\"quoted\" & 'so'",
  "&lt;&#60;#lt;",
  "\\N\\l\\",
  '"]:::open --> x',
  "%%{init: {}}%% %{dest}",
  "`code` **bold** 1. one",
  "end; click r1 href",
  "a\u202eb\u0007c\ud800",
  "日本語のドメイン",
];

function graphOf(texts: readonly string[]): MailGraph {
  const node = (id: string, kind: GraphNode["kind"], lines: readonly string[], note?: string): GraphNode => {
    return { id, kind, lines, note, state: "plain", certain: true };
  };
  return {
    nodes: [
      node("l1", "listener", texts),
      node("r1", "rule", [`1 ${texts.join(" ")}`], texts[0]),
      node("e0", "end", ["else: reject 550"]),
      node("a1", "action", texts),
      node("d1", "host", texts),
    ],
    edges: [
      { from: "l1", to: "r1", state: "plain", certain: true },
      { from: "r1", to: "a1", state: "plain", certain: true },
      { from: "a1", to: "d1", state: "plain", certain: true },
    ],
  };
}

describe.each(hostile)("%j", (text) => {
  test("is text in SVG", () => {
    const svg = drawGraph(graphOf([text]), text);
    const tags = svg.match(/<[^>]*>/g) ?? [];
    const names = tags.map((tag) => /^<\/?([a-z]+)/.exec(tag)?.[1]);
    expect(new Set(names)).toEqual(new Set(["svg", "title", "text", "tspan", "path", "circle", "g", "rect"]));
    expect(svg.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
    expect(svg).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe\uffff\u202a-\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test("is text in Mermaid", () => {
    const lines = writeMermaid(graphOf([text]), text).split("\n");
    expect(lines.filter((line) => /^ {2}\w+(?:\(\[|\[)/.test(line))).toHaveLength(5);
    for (const line of lines.filter((one) => /^ {2}[lrad]1\[/.test(one))) {
      expect(line).toMatch(/^ {2}\w+\["[\p{L}\p{M}\p{N} .,:/_@+=!?'()…#;<>-]*"\]:::plain$/u);
      expect(line.replaceAll("<br>", "").replace(/<\/?i>/g, "")).not.toMatch(/[<>]/);
    }
  });
});

const installed = spawnSync("dot", ["-V"]).error === undefined;
if (!installed) console.log("skipped: Graphviz is not installed, so nobody reads the DOT that we write");

describe.skipIf(!installed)("Graphviz", () => {
  test.each(hostile)("reads %j back", (text) => {
    const { status, stdout, stderr } = spawnSync("dot", ["-Tjson0"], {
      input: writeDot(graphOf([text]), text),
      encoding: "utf8",
    });
    expect([status, stderr.replace(/.*(?:font|Pango).*\n/gi, "")]).toEqual([0, ""]);
    const { objects } = JSON.parse(stdout) as { readonly objects: readonly { readonly name: string }[] };
    expect(objects.map(({ name }) => name)).toEqual(expect.arrayContaining(["l1", "r1", "e0", "a1", "d1"]));
  });
});

test("states have their own signs in every language", () => {
  const [listener, rule, ...others] = graphOf(["x"]).nodes as readonly [GraphNode, GraphNode, ...GraphNode[]];
  const graph: MailGraph = {
    nodes: [
      { ...listener, state: "open" },
      { ...rule, state: "open", certain: false },
      { ...(others[0] as GraphNode), state: "dead" },
    ],
    edges: [
      { from: "l1", to: "r1", state: "open", certain: true },
      { from: "l1", to: "e0", state: "dead", certain: true },
    ],
  };
  const mermaid = writeMermaid(graph, "x");
  for (const sign of [":::open", ":::maybe", ":::dead", "l1 ==> r1", "l1 -.-> e0", "linkStyle 0 stroke:#d1242f"])
    expect(mermaid).toContain(sign);
  const dot = writeDot(graph, "x");
  for (const sign of ['color="#d1242f"', "penwidth=2", "dashed", "dotted"]) expect(dot).toContain(sign);
  const svg = drawGraph(graph, "x");
  for (const words of ["Strangers can relay this way.", "Perhaps they can", "No mail comes here."])
    expect(svg).toContain(words);
});

test("in Mermaid, where too many ways lead to rules, of each listener the first one stands for all", () => {
  const arrivalsOf = (rules: number): readonly string[] => {
    const numbers = Array.from({ length: rules }, (_, index) => index + 1);
    const node = (id: string, kind: GraphNode["kind"]): GraphNode => {
      return { id, kind, lines: [id], note: undefined, state: "plain", certain: true };
    };
    const graph: MailGraph = {
      nodes: [node("l1", "listener"), node("l2", "listener"), ...numbers.map((number) => node(`r${number}`, "rule"))],
      edges: numbers.flatMap((number) => [
        { from: "l1", to: `r${number}`, state: number === 3 ? "open" : "plain", certain: true } as const,
        { from: "l2", to: `r${number}`, state: "plain", certain: true } as const,
      ]),
    };
    return writeMermaid(graph, "x").match(/^ {2}l\d .*/gm) ?? [];
  };
  expect(arrivalsOf(15)).toHaveLength(30);
  expect(arrivalsOf(16)).toEqual(["  l1 --> r1", "  l2 --> r1", "  l1 ==> r3"]);
});
