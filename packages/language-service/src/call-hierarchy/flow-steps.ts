import {
  type ActionDirective,
  type FilterDirective,
  filterNamed,
  type Listener,
  type Option,
  resolveFilters,
  type Span,
  type Word,
} from "smtpd-conf";
import { isRuleFor, rulesFor } from "../known-arrivals.ts";
import type { Snapshot } from "../snapshot.ts";
import { actionNamed, type FlowNode, spansOf, tableNamed, urlsOf, wrapperNamed } from "./flow-node.ts";

/** A step of mail from one station to the next, and where the first of them says so. */
export interface FlowStep {
  readonly node: FlowNode;
  readonly at: Span;
}

/** The stations that mail can go to from one, in the order of the text. */
export function stepsFrom(node: FlowNode, snapshot: Snapshot): readonly FlowStep[] {
  switch (node.kind) {
    case "listener":
      return fromListener(node.listener, snapshot);
    case "filter":
      return fromFilter(node.filter, snapshot);
    case "rule": {
      const word = node.rule.action;
      const action = word && actionNamed(snapshot, word.value);
      return word && action ? [{ node: { kind: "action", action }, at: word }] : [];
    }
    case "action":
      return fromAction(node.action, snapshot);
    default:
      return [];
  }
}

/** The filters that a listener names; without any, the rules at once. */
function fromListener(listener: Listener, snapshot: Snapshot): readonly FlowStep[] {
  const filters = filterSteps(listener.filters, snapshot);
  const { name } = spansOf({ kind: "listener", listener });
  return filters.length > 0 ? filters : ruleSteps([listener], name, snapshot);
}

function filterSteps(words: readonly Word[], { model }: Snapshot): readonly FlowStep[] {
  return words.flatMap((word): FlowStep[] => {
    const filter = filterNamed(word.value, model);
    return filter === undefined ? [] : [{ node: { kind: "filter", filter }, at: word }];
  });
}

/** The members of a chain; from any other filter the rules that mail of its listeners comes to. */
function fromFilter(filter: FilterDirective, snapshot: Snapshot): readonly FlowStep[] {
  if (filter.kind === "ChainFilterDirective") return filterSteps(filter.filters.names, snapshot);
  const listeners = snapshot.analysis.listeners().filter((one) => resolveFilters(one, snapshot.model).includes(filter));
  return ruleSteps(listeners, filter.name, snapshot);
}

function ruleSteps(listeners: readonly Listener[], at: Span, snapshot: Snapshot): readonly FlowStep[] {
  const rules = new Set(listeners.flatMap((listener) => rulesFor(snapshot, listener)));
  return [...rules]
    .sort((a, b) => a.number - b.number)
    .map(({ directive, number }) => ({ node: { kind: "rule", rule: directive, number }, at }));
}

/** The servers that an action sends to, the wrapper that it runs in, the tables that it asks. */
function fromAction(action: ActionDirective, snapshot: Snapshot): readonly FlowStep[] {
  const urls = urlsOf(action).map((url): FlowStep => ({ node: { kind: "host", action, url }, at: url }));
  const others = action.options.flatMap((option): FlowStep[] => fromOption(option, snapshot));
  return [...urls, ...others];
}

function fromOption({ name, argument }: Option, snapshot: Snapshot): FlowStep[] {
  if (name === "wrapper") {
    const word = argument as Word;
    const wrapper = wrapperNamed(snapshot, word.value);
    return wrapper === undefined ? [] : [{ node: { kind: "wrapper", wrapper }, at: word }];
  }
  if (argument?.kind !== "TableReference") return [];
  const table = tableNamed(snapshot, argument.name.value);
  return table === undefined ? [] : [{ node: { kind: "table", table }, at: argument.name }];
}

/** The stations from which mail can come to one. */
export function stepsTo(node: FlowNode, snapshot: Snapshot): readonly FlowStep[] {
  if (node.kind === "rule") return toRule(node.number, snapshot);
  return sourcesFor(node, snapshot).flatMap((source) => {
    const steps = stepsByName(source, snapshot).filter((step) => isSame(step.node, node));
    return steps.map(({ at }) => ({ node: source, at }));
  });
}

/** The stations that one names. The rules that a listener leads to stand nowhere, and take long to find. */
function stepsByName(node: FlowNode, snapshot: Snapshot): readonly FlowStep[] {
  return node.kind === "listener" ? filterSteps(node.listener.filters, snapshot) : stepsFrom(node, snapshot);
}

/** The stations of the kinds that name those of another. */
function sourcesFor({ kind }: FlowNode, snapshot: Snapshot): readonly FlowNode[] {
  const { model, analysis } = snapshot;
  switch (kind) {
    case "filter":
      return [
        ...analysis.listeners().map((listener): FlowNode => ({ kind: "listener", listener })),
        ...chainsOf(snapshot).map((filter): FlowNode => ({ kind: "filter", filter })),
      ];
    case "action":
      return model.rules.map((rule, index) => ({ kind: "rule", rule, number: index + 1 }));
    case "host":
    case "wrapper":
    case "table":
      return model.actions.map((action) => ({ kind: "action", action }));
    default:
      return [];
  }
}

/** The chains that listeners name. */
function chainsOf({ analysis, model }: Snapshot): readonly FilterDirective[] {
  const words = analysis.listeners().flatMap((listener) => listener.filters);
  const named = new Set(words.flatMap((word) => filterNamed(word.value, model) ?? []));
  return [...named].filter(({ kind }) => kind === "ChainFilterDirective");
}

/** The listeners whose mail comes to a rule at once, and the filters that it goes through before. */
function toRule(number: number, snapshot: Snapshot): readonly FlowStep[] {
  const listeners = snapshot.analysis.listeners().filter((listener) => isRuleFor(snapshot, listener, number));
  const direct = listeners.filter(({ filters }) => filterSteps(filters, snapshot).length === 0);
  const filters = new Set(listeners.flatMap((listener) => resolveFilters(listener, snapshot.model)));
  return [
    ...direct.map((listener): FlowStep => {
      const node: FlowNode = { kind: "listener", listener };
      return { node, at: spansOf(node).name };
    }),
    ...[...filters].map((filter): FlowStep => ({ node: { kind: "filter", filter }, at: filter.name })),
  ];
}

function isSame(one: FlowNode, other: FlowNode): boolean {
  return one.kind === other.kind && spansOf(one).name === spansOf(other).name;
}
