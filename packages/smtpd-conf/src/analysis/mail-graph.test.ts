import { describe, expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { openAnalysis } from "./analysis.ts";
import { type MailGraph, mailGraph } from "./mail-graph.ts";

function graphOf(text: string): MailGraph {
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text }));
  return mailGraph(model, openAnalysis(model));
}

/** Stations by kind, as `id state: lines (note)`. */
function stations(graph: MailGraph, ...kinds: readonly string[]): readonly string[] {
  return graph.nodes
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, state, certain, lines, note }) => {
      return `${id} ${certain ? "" : "perhaps "}${state}: ${lines.join(" / ")}${note === undefined ? "" : ` (${note})`}`;
    });
}

function ways({ edges }: MailGraph, state?: string): readonly string[] {
  return edges.filter((edge) => state === undefined || edge.state === state).map(({ from, to }) => `${from}-${to}`);
}

const local = "action l mbox\n";
const relay = "action r relay\n";

test("mail goes from listeners through filters and tags to rules, actions and places", () => {
  const filters = 'filter a phase connect match !rdns disconnect "550 no"\nfilter b proc-exec b\n';
  const graph = graphOf(`${filters}listen on em0 tag T filter { a, b }\n${local}match from any for local action l\n`);
  expect(graph.nodes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    "l1 listener",
    "f1 filters",
    "t1 tag",
    "l2 listener",
    "r1 rule",
    "e0 end",
    "a1 action",
    "d1 mailbox",
  ]);
  expect(stations(graph, "filters", "tag")).toEqual(["f1 plain: programs: b / connect: a", "t1 plain: tag T"]);
  expect(ways(graph)).toEqual(["l1-f1", "f1-t1", "t1-r1", "t1-e0", "l2-r1", "l2-e0", "r1-a1", "a1-d1"]);
});

test("listeners that treat mail alike are one station", () => {
  const graph = graphOf(`listen on em0\nlisten on em1\nlisten on em1 port 26 tag A\n${local}match from any action l\n`);
  expect(stations(graph, "listener")).toEqual([
    "l1 plain: em0 port 25 / em1 port 25 / plain text, no login",
    "l2 plain: em1 port 26 / plain text, no login",
    "l3 plain: socket / programs on this machine",
  ]);
});

test("what strangers can relay by is open from end to end", () => {
  const graph = graphOf(`listen on em0\n${local}${relay}match for local action l\nmatch from any for any action r\n`);
  expect(ways(graph, "open")).toEqual(["l1-r2", "r2-a2", "a2-d2"]);
  expect(stations(graph, "rule", "host")).toEqual([
    "r1 plain: 1 from local for local",
    "r2 open: 2 from any for any (strangers can relay)",
    "d2 open: MX of the recipient's domain",
  ]);
});

test("what depends on tables is open perhaps", () => {
  const graph = graphOf(`table n file:/n\nlisten on em0\n${relay}match from src <n> for any action r\n`);
  expect(stations(graph, "listener", "rule", "action")).toEqual([
    "l1 perhaps open: em0 port 25 / plain text, no login",
    "l2 plain: socket / programs on this machine",
    "r1 perhaps open: 1 from src <n> for any (strangers may relay)",
    "a1 perhaps open: r / relay",
  ]);
});

describe("dead ends are", () => {
  test("rules behind others, and all that only they lead to", () => {
    const rules = "match from any for any action l\nmatch for local action r\n";
    const graph = graphOf(`listen on em0\n${local}${relay}${rules}`);
    expect(stations(graph, "rule", "end", "action", "host").filter((one) => one.includes("dead"))).toEqual([
      "r2 dead: 2 from local for local (never: rule 1 takes its mail)",
      "e0 dead: else: reject 550 (never: rules take all mail)",
      "a2 dead: r / relay (no mail comes to its rules)",
      "d2 dead: MX of the recipient's domain",
    ]);
    expect(ways(graph, "dead")).toEqual(["r2-a2", "a2-d2"]);
  });

  test("actions without a rule, and filters without a listener", () => {
    const filters =
      "filter f phase connect match rdns junk\nfilter g phase connect match rdns junk\nfilter c chain { g }\n";
    const graph = graphOf(`${filters}listen on em0 filter c\n${local}${relay}match action l\n`);
    expect(stations(graph, "filters")).toEqual(["f1 plain: connect: g", "u1 dead: f (no listener asks it)"]);
    expect(stations(graph, "action")).toEqual(["a1 plain: l / mbox", "a2 dead: r / relay (no rule leads here)"]);
  });

  test("rules for a tag that no listener has", () => {
    const graph = graphOf(`listen on em0\n${local}match tag T from any action l\n`);
    expect(stations(graph, "rule")).toEqual(['r1 dead: 1 from any for local tag T (never: no mail meets its "tag")']);
  });
});

test("rules for forwarded mail alone have a station that leads to them", () => {
  const rules = "match from any for local action l\nmatch from socket for any action r\nmatch for any action r\n";
  const graph = graphOf(`listen on em0\n${local}${relay}${rules}`);
  expect(stations(graph, "listener").at(-1)).toBe("l0 plain: aliases, .forward files / send mail on");
  expect(ways(graph)).toContain("l0-r3");
});

test("rules that reject or fail end there", () => {
  const rules = 'match from any for domain "a.example" reject\nmatch from any tls for any action r\n';
  const graph = graphOf(`listen on em0\n${relay}${rules}`);
  expect(stations(graph, "end")).toEqual([
    "e1 plain: reject 550",
    "e2 plain: 451, try again",
    "e0 dead: else: reject 550 (never: rules take all mail)",
  ]);
});

test("long lists are shortened", () => {
  const domains = Array.from({ length: 15 }, (_, index) => `d${index}.example`).join(", ");
  const hosts = Array.from({ length: 9 }, (_, index) => `h${index}.example`).join(", ");
  const graph = graphOf(`listen on em0\naction r relay host { ${hosts} }\nmatch for domain { ${domains} } action r\n`);
  expect(stations(graph, "rule", "host")).toEqual([
    "r1 plain: 1 from local for domain { d0.example, d1.example, d2.example, … 12 more }",
    "d1 plain: h0.example / h1.example / h2.example / … 6 more",
  ]);
});

test.each([
  ["mbox", "mailbox of the recipient"],
  ["maildir", "Maildir of the recipient"],
  ["maildir user vmail", "Maildir of vmail"],
  ['maildir "/m/%{rcpt}"', "maildir /m/%{rcpt}"],
  ['lmtp "/run/lmtp" rcpt-to', "LMTP /run/lmtp"],
  ['mda "cat"', "command cat"],
  ["forward-only", ".forward of the recipient"],
  ["expand-only", "what aliases name"],
  ["relay", "MX of the recipient's domain"],
  ["relay backup", "better MX of the domain"],
  ["relay host smtp://a.example", "smtp://a.example"],
  ['relay domain { "a.example" = "smtp://b.example" }', "server by domain: { a.example }"],
])("%s puts mail into: %s", (method, place) => {
  const graph = graphOf(`action x ${method}\nmatch action x\n`);
  expect(stations(graph, "mailbox", "host")).toEqual([`d1 plain: ${place}`]);
});
