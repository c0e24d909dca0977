import { buildModel, type MailGraph, mailGraph, openAnalysis, parseConfiguration } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { type Box, layOut } from "./graph-layout.ts";

/** A configuration with so many listeners and rules, and some of everything. */
function configuration(listeners: number, rules: number): string {
  const lines = [
    "filter idle phase connect match rdns junk",
    'filter check phase mail-from match mail-from "@example.org" reject "550 no"',
    ...Array.from({ length: listeners }, (_, index) => {
      return `listen on em${index} ${index % 2 === 0 ? `tag T${index}` : ""} ${index % 3 === 0 ? "filter check" : ""}`;
    }),
    ...Array.from({ length: 5 }, (_, index) => `action a${index} relay host mx${index}.example`),
    ...Array.from({ length: rules }, (_, index) => ruleOf(index)),
  ];
  return `${lines.join("\n")}\n`;
}

function ruleOf(index: number): string {
  const domains = Array.from({ length: (index * 7) % 9 }, (_, number) => `a-rather-long-d${number}.example`);
  const destination =
    domains.length === 0 ? `domain r${index}.example` : `domain { ${domains.join(", ")}, r${index}.x }`;
  if (index % 5 === 3) return `match from any for ${destination} reject`;
  return `match from any ${index % 4 === 2 ? "tag T0" : ""} for ${destination} action a${(index * 3) % 5}`;
}

function graphFor(listeners: number, rules: number): MailGraph {
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text: configuration(listeners, rules) }));
  return mailGraph(model, openAnalysis(model));
}

function overlaps(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

describe.each([
  [0, 1],
  [1, 3],
  [3, 8],
  [6, 12],
  [8, 60],
])("with %i listeners and %i rules", (listeners, rules) => {
  const graph = graphFor(listeners, rules);
  const layout = layOut(graph);
  const { boxes, lanes, actionLanes, ways } = layout;

  test("every station has a place", () => {
    expect(boxes.map(({ node }) => node.id).sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
  });

  test("nothing overlaps, and everything is in the picture", () => {
    const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
    expect(
      pairs.filter(([one, other]) => overlaps(one, other)).map(([one, other]) => [one.node.id, other.node.id]),
    ).toEqual([]);
    for (const { x, y, width, height } of boxes) {
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(0);
      expect(x + width).toBeLessThan(layout.width);
      expect(y + height).toBeLessThan(layout.height);
    }
  });

  test("rules stand below each other in their order, what becomes of all other mail last", () => {
    const column = boxes.filter(({ node }) => node.kind === "rule" || node.id === "e0");
    const order = column.toSorted((one, other) => one.y - other.y).map(({ node }) => node.id);
    expect(order).toEqual([...Array.from({ length: rules }, (_, index) => `r${index + 1}`), "e0"]);
  });

  test("every way is drawn", () => {
    const drawn = [
      ...lanes.flatMap((lane) => [...lane.stops.map(({ edge }) => edge), ...lane.boxes.slice(1)]),
      ...actionLanes.flatMap(({ stops }) => stops),
      ...ways,
    ];
    expect(drawn.length).toBe(graph.edges.length);
  });

  test("lines lie between the boxes that they join", () => {
    const rule = boxes.find(({ node }) => node.kind === "rule") as Box;
    for (const { boxes: stations, x } of lanes) {
      const last = stations.at(-1) as Box;
      expect(x).toBeGreaterThan(last.x + last.width);
      expect(x).toBeLessThan(rule.x);
    }
    for (const { action, x } of actionLanes) {
      expect(x).toBeGreaterThan(rule.x + rule.width);
      expect(x).toBeLessThan(action.x);
    }
    expect(new Set(lanes.map(({ x }) => x)).size).toBe(lanes.length);
  });
});
