import { filterNamed, fullForm, isFilter, type Line, printCondition, textOf } from "smtpd-conf";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  SymbolKind,
} from "vscode-languageserver-types";
import { placeAt } from "../place-at.ts";
import { shortText } from "../short-text.ts";
import type { Snapshot } from "../snapshot.ts";
import { symbolAt } from "../symbol-at.ts";
import { symbolKinds } from "../symbol-kinds.ts";
import { documentOf, rangeIn } from "../to-lsp.ts";
import {
  actionNamed,
  type FlowNode,
  isFlowKey,
  keyOf,
  nodeOfKey,
  spansOf,
  tableNamed,
  urlsOf,
  wrapperNamed,
} from "./flow-node.ts";
import { type FlowStep, stepsFrom, stepsTo } from "./flow-steps.ts";

/** The station of the way of mail at a position: a listener, filter, rule, action, server, wrapper or table. */
export function prepareCallHierarchy(snapshot: Snapshot, position: Position): CallHierarchyItem[] {
  const node = nodeAt(snapshot, snapshot.document.offsetAt(position));
  return node === undefined ? [] : itemsOf(node, snapshot);
}

/** Where the mail of a station comes from; empty where the station is gone. */
export function getIncomingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const node = isFlowKey(item.data) ? nodeOfKey(snapshot, item.data) : undefined;
  if (node === undefined) return [];
  return grouped(stepsTo(node, snapshot)).flatMap(([source, steps]) =>
    itemsOf(source, snapshot).map((from) => ({ from, fromRanges: rangesOf(steps, snapshot) })),
  );
}

/** Where the mail of a station goes; empty where the station is gone. */
export function getOutgoingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const node = isFlowKey(item.data) ? nodeOfKey(snapshot, item.data) : undefined;
  if (node === undefined) return [];
  return grouped(stepsFrom(node, snapshot)).flatMap(([target, steps]) =>
    itemsOf(target, snapshot).map((to) => ({ to, fromRanges: rangesOf(steps, snapshot) })),
  );
}

/** Steps of one station together: a table can be asked for several things. */
function grouped(steps: readonly FlowStep[]): readonly (readonly [FlowNode, readonly FlowStep[]])[] {
  const groups = new Map<unknown, readonly [FlowNode, FlowStep[]]>();
  for (const step of steps) {
    const key = spansOf(step.node).name;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [step.node, [step]]);
    else group[1].push(step);
  }
  return [...groups.values()];
}

/** Where steps are written, as far as the document that they begin in is known. */
function rangesOf(steps: readonly FlowStep[], snapshot: Snapshot) {
  return steps.flatMap(({ at }) => {
    const document = documentOf(snapshot, at.source);
    return document === undefined ? [] : [rangeIn(document, at)];
  });
}

function nodeAt(snapshot: Snapshot, offset: number): FlowNode | undefined {
  const place = placeAt(snapshot, offset);
  if (place === undefined) return undefined;
  return (
    namedAt(snapshot, offset, place.line) ?? hostAt(snapshot, place.line, offset) ?? stationOf(snapshot, place.line)
  );
}

/** The station of a name at an offset. A table counts where mail goes to it, and not where a rule asks it. */
function namedAt(snapshot: Snapshot, offset: number, line: Line): FlowNode | undefined {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return undefined;
  const { kind, name } = symbol;
  switch (kind) {
    case "action": {
      const action = actionNamed(snapshot, name);
      return action && { kind, action };
    }
    case "filter": {
      const filter = filterNamed(name, snapshot.model);
      return filter && { kind, filter };
    }
    case "wrapper": {
      const wrapper = wrapperNamed(snapshot, name);
      return wrapper && { kind, wrapper };
    }
    case "table": {
      const table = line.kind === "MatchDirective" ? undefined : tableNamed(snapshot, name);
      return table && { kind, table };
    }
    default:
      return undefined;
  }
}

function hostAt({ source }: Snapshot, line: Line, offset: number): FlowNode | undefined {
  if (line.kind !== "ActionDirective") return undefined;
  const url = urlsOf(line).find((one) => one.source === source && one.start <= offset && offset <= one.end);
  return url && { kind: "host", action: line, url };
}

/** The station that a statement is. */
function stationOf({ model, analysis }: Snapshot, line: Line): FlowNode | undefined {
  switch (line.kind) {
    case "ListenDirective": {
      const listener = analysis.listeners().find(({ directive }) => directive === line);
      return listener && { kind: "listener", listener };
    }
    case "MatchDirective":
      return { kind: "rule", rule: line, number: model.rules.indexOf(line) + 1 };
    case "ActionDirective":
      return { kind: "action", action: line };
    case "WrapperDirective":
      return { kind: "wrapper", wrapper: line };
    case "TableDirective":
      return { kind: "table", table: line };
    default:
      return isFilter(line) ? { kind: "filter", filter: line } : undefined;
  }
}

const nodeKinds: Readonly<Record<FlowNode["kind"], SymbolKind>> = {
  listener: SymbolKind.Interface,
  filter: SymbolKind.Operator,
  rule: SymbolKind.Event,
  action: symbolKinds.action,
  host: SymbolKind.Module,
  wrapper: symbolKinds.wrapper,
  table: symbolKinds.table,
};

/** The item of a station; none where it is in no file. */
function itemsOf(node: FlowNode, snapshot: Snapshot): CallHierarchyItem[] {
  const { whole, name } = spansOf(node);
  const document = documentOf(snapshot, whole.source);
  if (document === undefined) return [];
  const range = rangeIn(document, whole);
  const selectionRange = name.source === whole.source ? rangeIn(document, name) : range;
  const [title, detail] = titleOf(node, snapshot);
  return [
    {
      name: title,
      kind: nodeKinds[node.kind],
      detail: shortText(detail, 100),
      uri: document.uri,
      range,
      selectionRange,
      data: keyOf(node, snapshot),
    },
  ];
}

/** What a station is called, and a line about it. */
function titleOf(node: FlowNode, snapshot: Snapshot): readonly [title: string, detail: string] {
  switch (node.kind) {
    case "listener":
      return listenerTitle(node);
    case "rule":
      return [`rule ${node.number}`, ruleDetail(node, snapshot)];
    case "host":
      return [node.url.value, `server of action "${node.action.name.value}"`];
    case "filter":
      return [node.filter.name.value, textOf(node.filter)];
    case "action":
      return [node.action.name.value, textOf(node.action)];
    case "wrapper":
      return [node.wrapper.name.value, "mda wrapper"];
    case "table":
      return [node.table.name.value, "table"];
  }
}

function listenerTitle({ listener }: Extract<FlowNode, { kind: "listener" }>): readonly [string, string] {
  const { directive, port, tag, exposure } = listener;
  if (exposure === "socket") return ["listen on socket", "programs of this machine"];
  const place = `listen on ${directive.interface?.value ?? ""}${port === undefined ? "" : ` port ${port}`}`;
  return [place, tag === "" ? "" : `tag ${tag}`];
}

/** The rule with its implied conditions. */
function ruleDetail({ number }: Extract<FlowNode, { kind: "rule" }>, { analysis }: Snapshot): string {
  const rule = analysis.ruleset().rules[number - 1];
  if (rule === undefined) return "";
  const outcome = rule.action === undefined ? "reject" : `action "${rule.action}"`;
  return [...fullForm(rule).map(printCondition), outcome].join(" ");
}
