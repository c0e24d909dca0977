import type { Model } from "../model/model.ts";
import { membersOf } from "../model/resolve-filters.ts";
import type { ActionDirective, FilterDirective, FilterList } from "../parser/ast/nodes.ts";
import { groupedBy } from "../parser/grouped-by.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { Analysis } from "./analysis.ts";
import { askedFilters } from "./effective-listeners.ts";
import { type Arrivals, findArrivals, findForwarded } from "./find-arrivals.ts";
import { actionLines, destinationOf, listenerLines, ruleText } from "./mail-graph-labels.ts";
import { dead, type GraphEdge, type GraphNode, open, plain, type Standing, strongest } from "./mail-graph-node.ts";

/** The ways that mail can take, as stations and what joins them. Rules are in order, what comes of all other mail behind them. */
export interface MailGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Draws the ways of mail from listeners through filters, tags, rules and actions to mailboxes and hosts. */
export function mailGraph(model: Model, analysis: Analysis): MailGraph {
  const { rules } = analysis.ruleset();
  const entrances = groupAlike(findArrivals(model, analysis.listeners(), analysis.ruleset()), analysis);
  const dangers = dangersByRule(entrances);
  const drawing: Drawing = { model, analysis, rules, entrances, dangers, nodes: new Map(), edges: [], ends: new Set() };
  for (const [index, entrance] of entrances.entries()) addEntrance(entrance, index + 1, drawing);
  addForwarded(drawing);
  addUnusedFilters(drawing);
  for (const rule of rules) addRule(rule, drawing);
  addEnd(drawing);
  addActions(drawing);
  const { nodes, edges } = drawing;
  return { nodes: [...nodes.values()], edges: edges.map((edge) => withEnds(edge, nodes)) };
}

/** Listeners that treat mail alike. */
interface Entrance extends Arrivals {
  readonly all: readonly Arrivals[];
  /** The rules by which strangers relay here. */
  readonly open: ReadonlyMap<MatchRule, Standing>;
}

interface Drawing {
  readonly model: Model;
  readonly analysis: Analysis;
  readonly rules: readonly MatchRule[];
  readonly entrances: readonly Entrance[];
  /** The rules by which strangers relay, wherever they come in. */
  readonly dangers: ReadonlyMap<MatchRule, readonly Standing[]>;
  /** By their ids. */
  readonly nodes: Map<string, GraphNode>;
  readonly edges: GraphEdge[];
  /** The ids of the stations that edges lead to. */
  readonly ends: Set<string>;
}

function groupAlike(arrivals: readonly Arrivals[], analysis: Analysis): readonly Entrance[] {
  const witnesses = groupedBy(analysis.relay().witnesses, ({ listener }) => listener);
  const groups = groupedBy(arrivals, (one) => {
    const { tls, auth, exposure, tag, proxied, filters = [] } = one.listener ?? {};
    const names = filters.map(({ value }) => value);
    return JSON.stringify([tls, auth, exposure, tag, proxied, names, one.rules, one.unmatched]);
  });
  return [...groups.values()].map((all) => {
    const [first] = all;
    const own = (first.listener && witnesses.get(first.listener)) ?? [];
    return { ...first, all, open: new Map(own.map(({ rule, tables }) => [rule, open(tables.length === 0)])) };
  });
}

function dangersByRule(entrances: readonly Entrance[]): ReadonlyMap<MatchRule, readonly Standing[]> {
  const all = entrances.flatMap(({ open }) => [...open].map(([rule, standing]) => ({ rule, standing })));
  const groups = [...groupedBy(all, ({ rule }) => rule)];
  return new Map(groups.map(([rule, found]) => [rule, found.map(({ standing }) => standing)]));
}

function add(drawing: Drawing, node: Omit<GraphNode, "note"> & { readonly note?: string | undefined }): void {
  drawing.nodes.set(node.id, { note: undefined, ...node });
}

function join(drawing: Drawing, from: string, to: string, standing: Standing): void {
  drawing.edges.push({ from, to, ...standing });
  drawing.ends.add(to);
}

function addEntrance(entrance: Entrance, number: number, drawing: Drawing): void {
  const stations = stationsOf(entrance, number, drawing.model);
  const standing = entrance.open.size > 0 ? strongest([...entrance.open.values()]) : plain;
  for (const [index, station] of stations.entries()) {
    add(drawing, { ...station, ...standing });
    const before = stations[index - 1];
    if (before !== undefined) join(drawing, before.id, station.id, standing);
  }
  const last = stations.at(-1)?.id ?? "";
  for (const [index, passage] of entrance.rules.entries()) {
    const danger = entrance.open.get(drawing.rules[index] as MatchRule);
    if (danger !== undefined || passage !== "none")
      join(drawing, last, `r${index + 1}`, danger ?? { ...plain, certain: passage === "sure" });
  }
  if (entrance.unmatched !== "none") join(drawing, last, "e0", { ...plain, certain: entrance.unmatched === "sure" });
}

/** A listener, its filters and its tag. */
function stationsOf({ listener, all }: Entrance, number: number, model: Model) {
  const asked = listener === undefined ? [] : askedFilters(listener, model);
  const filters = asked.map(({ phase, members }) => {
    return `${phase ?? "programs"}: ${members.map(({ name }) => name.value).join(", ")}`;
  });
  const lines = listenerLines(all.map((one) => one.listener));
  return [
    { id: `l${number}`, kind: "listener", lines } as const,
    ...(filters.length > 0 ? [{ id: `f${number}`, kind: "filters", lines: filters } as const] : []),
    ...(listener?.tag ? [{ id: `t${number}`, kind: "tag", lines: [`tag ${listener.tag}`] } as const] : []),
  ];
}

/** Rules that no listener leads to can still decide where an alias or a `.forward` file sends mail. */
function addForwarded(drawing: Drawing): void {
  const { analysis, rules, ends, model } = drawing;
  const local = new Set(model.actions.filter(({ method }) => method.name !== "relay").map(({ name }) => name.value));
  const left = rules.filter(({ number }) => !ends.has(`r${number}`));
  if (left.length === 0 || !rules.some(({ action }) => action !== undefined && local.has(action))) return;
  const passages = findForwarded(analysis.ruleset(), analysis.listeners());
  const reached = left.filter(({ number }) => passages[number - 1] !== "none");
  if (reached.length === 0) return;
  add(drawing, { id: "l0", kind: "listener", lines: ["aliases, .forward files", "send mail on"], ...plain });
  for (const { number } of reached)
    join(drawing, "l0", `r${number}`, { ...plain, certain: passages[number - 1] === "sure" });
}

/** Filters that neither a listener nor a relay names. */
function addUnusedFilters(drawing: Drawing): void {
  const { model, analysis } = drawing;
  const words = [
    ...analysis.listeners().flatMap(({ filters }) => filters),
    ...model.actions.flatMap(({ options }) => options.flatMap(filterWords)),
  ];
  const used = new Set(words.flatMap((word) => [word.value, ...membersOf(word, model).map(({ name }) => name.value)]));
  const unused = model.configuration.lines.filter((line): line is FilterDirective => {
    return line.kind.endsWith("FilterDirective") && !used.has((line as FilterDirective).name.value);
  });
  for (const [index, { name }] of unused.entries())
    add(drawing, { id: `u${index + 1}`, kind: "filters", lines: [name.value], note: "no listener asks it", ...dead });
}

function filterWords({ name, argument }: ActionDirective["options"][number]): readonly Word[] {
  if (name !== "filter" || argument === undefined) return [];
  return argument.kind === "FilterList" ? (argument as FilterList).names : [argument as Word];
}

function addRule(rule: MatchRule, drawing: Drawing): void {
  const id = `r${rule.number}`;
  const dangers = drawing.dangers.get(rule) ?? [];
  const death = dangers.length > 0 ? undefined : reasonOfDeath(rule, drawing);
  const standing = dangers.length > 0 ? strongest(dangers) : death === undefined ? plain : dead;
  const danger = standing.certain ? "strangers can relay" : "strangers may relay";
  const note = dangers.length > 0 ? danger : death;
  add(drawing, { id, kind: "rule", lines: [ruleText(rule, drawing.model)], note, ...standing });
  const end = endOf(rule);
  if (end === undefined) return;
  add(drawing, { id: `e${rule.number}`, kind: "end", lines: [end], ...standing });
  join(drawing, id, `e${rule.number}`, standing);
}

/** What a rule does that leads to no action. */
function endOf(rule: MatchRule): string | undefined {
  if (fails(rule)) return "451, try again";
  return rule.action === undefined ? "reject 550" : undefined;
}

/** Whether smtpd cannot evaluate a rule: mail that comes as far is put off. */
function fails({ conditions }: MatchRule): boolean {
  return conditions.some(({ broken }) => broken);
}

/** Why no mail comes to a rule; undefined where some does, or may. */
function reasonOfDeath(rule: MatchRule, { analysis, ends }: Drawing): string | undefined {
  if (ends.has(`r${rule.number}`)) return undefined;
  const reach = analysis.reach()[rule.number - 1];
  if (reach?.kind === "covered") return `never: ${rulesTake(reach.by)} its mail`;
  if (reach?.kind !== "impossible") return "no listener leads here";
  return reach.condition === undefined
    ? "never: no mail meets all of it"
    : `never: no mail meets its "${reach.condition.name}"`;
}

function rulesTake(rules: readonly MatchRule[]): string {
  const numbers = rules.map(({ number }) => number).join(", ");
  return rules.length === 1 ? `rule ${numbers} takes` : `rules ${numbers} take`;
}

/** What becomes of mail that no rule matches. */
function addEnd(drawing: Drawing): void {
  const node = { id: "e0", kind: "end", lines: ["else: reject 550"] } as const;
  const comes = drawing.ends.has("e0");
  add(drawing, comes ? { ...node, ...plain } : { ...node, note: "never: rules take all mail", ...dead });
}

/** The actions with where they put mail. Actions that put it in one place share that place. */
function addActions(drawing: Drawing): void {
  const { model, rules, nodes } = drawing;
  const places = new Map<string, string>();
  const usersOf = groupedBy(rules, ({ action }) => action);
  for (const [index, action] of model.actions.entries()) {
    const id = `a${index + 1}`;
    const users = (usersOf.get(action.name.value) ?? []).filter((rule) => !fails(rule));
    const standing = strongest(users.flatMap(({ number }) => nodes.get(`r${number}`) ?? []));
    const idle = users.length === 0 ? "no rule leads here" : "no mail comes to its rules";
    const note = standing.state === "dead" ? idle : undefined;
    add(drawing, { id, kind: "action", lines: actionLines(action, model), note, ...standing });
    for (const { number } of users) join(drawing, `r${number}`, id, nodes.get(`r${number}`) ?? plain);
    const place = destinationOf(action, model);
    const key = JSON.stringify(place);
    const known = places.get(key) ?? `d${places.size + 1}`;
    places.set(key, known);
    const before = nodes.get(known);
    add(drawing, { id: known, ...place, ...strongest(before === undefined ? [standing] : [before, standing]) });
    join(drawing, id, known, standing);
  }
}

/** An edge with its own standing alone; what leads to a dead station, or from one, is dead. */
function withEnds({ from, to, ...standing }: GraphEdge, nodes: ReadonlyMap<string, GraphNode>): GraphEdge {
  const isDead = [from, to].some((id) => nodes.get(id)?.state === "dead");
  const { state, certain } = isDead ? dead : standing;
  return { from, to, state, certain };
}
