import {
  type ActionDirective,
  type FilterDirective,
  filterNamed,
  type Listener,
  type MatchDirective,
  type Span,
  type TableDirective,
  type Token,
  type WrapperDirective,
} from "smtpd-conf";
import { listenerNumbers } from "../rule-numbers.ts";
import type { Snapshot } from "../snapshot.ts";

/** A station on the way of mail. */
export type FlowNode =
  | { readonly kind: "listener"; readonly listener: Listener }
  | { readonly kind: "filter"; readonly filter: FilterDirective }
  | { readonly kind: "rule"; readonly rule: MatchDirective; readonly number: number }
  | { readonly kind: "action"; readonly action: ActionDirective }
  /** A server that an action names by its URL. */
  | { readonly kind: "host"; readonly action: ActionDirective; readonly url: Token }
  | { readonly kind: "wrapper"; readonly wrapper: WrapperDirective }
  | { readonly kind: "table"; readonly table: TableDirective };

/** What an item of the editor remembers of its station, to find it again when the text has changed. */
export interface FlowKey {
  readonly kind: FlowNode["kind"];
  /** The name; the text of the statement for listeners and rules; the URL of a server. */
  readonly name: string;
  /** The number among those of its kind, from 1: of listeners and rules, which have no names. */
  readonly number?: number;
  /** The action that a server belongs to. */
  readonly action?: string;
}

/** What finds a station again. */
export function keyOf(node: FlowNode, snapshot: Snapshot): FlowKey {
  switch (node.kind) {
    case "listener": {
      const number = listenerNumbers(snapshot.model).get(node.listener.directive) ?? 0;
      return { kind: node.kind, name: wordsOf(node.listener.directive), number };
    }
    case "rule":
      return { kind: node.kind, name: wordsOf(node.rule), number: node.number };
    case "host":
      return { kind: node.kind, name: node.url.value, action: node.action.name.value };
    case "filter":
      return { kind: node.kind, name: node.filter.name.value };
    case "action":
      return { kind: node.kind, name: node.action.name.value };
    case "wrapper":
      return { kind: node.kind, name: node.wrapper.name.value };
    case "table":
      return { kind: node.kind, name: node.table.name.value };
  }
}

/** A statement as words with one blank between them. */
function wordsOf({ tokens }: { readonly tokens: readonly Token[] }): string {
  return tokens.map(({ value }) => value).join(" ");
}

/** Whether what an editor sends back is a key. */
export function isFlowKey(data: unknown): data is FlowKey {
  if (typeof data !== "object" || data === null) return false;
  const { kind, name } = data as Partial<FlowKey>;
  return typeof kind === "string" && typeof name === "string";
}

/** The station of a key; undefined where it is gone. */
export function nodeOfKey(snapshot: Snapshot, key: FlowKey): FlowNode | undefined {
  const { model, analysis } = snapshot;
  switch (key.kind) {
    case "listener": {
      const directive = sameStatement(model.listeners, key);
      const listener = analysis.listeners().find((one) => one.directive === directive);
      return listener && { kind: "listener", listener };
    }
    case "rule": {
      const rule = sameStatement(model.rules, key);
      return rule && { kind: "rule", rule, number: model.rules.indexOf(rule) + 1 };
    }
    case "filter": {
      const filter = filterNamed(key.name, model);
      return filter && { kind: "filter", filter };
    }
    case "host": {
      const action = actionNamed(snapshot, key.action ?? "");
      const url = action && urlsOf(action).find(({ value }) => value === key.name);
      return action && url && { kind: "host", action, url };
    }
    default:
      return namedNode(snapshot, key);
  }
}

function namedNode(snapshot: Snapshot, { kind, name }: FlowKey): FlowNode | undefined {
  if (kind === "action") {
    const action = actionNamed(snapshot, name);
    return action && { kind, action };
  }
  if (kind === "wrapper") {
    const wrapper = wrapperNamed(snapshot, name);
    return wrapper && { kind, wrapper };
  }
  const table = tableNamed(snapshot, name);
  return kind === "table" && table !== undefined ? { kind, table } : undefined;
}

/** The statement of a key: of those with the same words the nearest by number, else the one of that number. */
function sameStatement<Statement extends { readonly tokens: readonly Token[] }>(
  statements: readonly Statement[],
  { name, number = 1 }: FlowKey,
): Statement | undefined {
  const same = statements.flatMap((statement, index) => {
    return wordsOf(statement) === name ? [{ statement, distance: Math.abs(index + 1 - number) }] : [];
  });
  const [nearest] = same.sort((a, b) => a.distance - b.distance);
  return nearest?.statement ?? statements[number - 1];
}

/** The `action` statement of a name. */
export function actionNamed({ model }: Snapshot, name: string): ActionDirective | undefined {
  const definitions = model.symbols().get("action")?.get(name)?.definitions ?? [];
  return definitions.map(({ line }) => line).find((line) => line.kind === "ActionDirective");
}

/** The `mda wrapper` statement of a name. */
export function wrapperNamed({ model }: Snapshot, name: string): WrapperDirective | undefined {
  const line = model.symbols().get("wrapper")?.get(name)?.definitions[0]?.line;
  return line?.kind === "WrapperDirective" ? line : undefined;
}

/** The `table` statement of a name. */
export function tableNamed({ model }: Snapshot, name: string): TableDirective | undefined {
  const line = model.symbols().get("table")?.get(name)?.definitions[0]?.line;
  return line?.kind === "TableDirective" ? line : undefined;
}

/** The URLs of servers that an action names itself. */
export function urlsOf({ options }: ActionDirective): readonly Token[] {
  const argument = options.find(({ name }) => name === "host")?.argument;
  if (argument?.kind === "String") return [argument];
  return argument?.kind === "InlineTable" ? argument.entries.map(({ key }) => key) : [];
}

/** The statement of a station, and in it what it is called. */
export function spansOf(node: FlowNode): { readonly whole: Span; readonly name: Span } {
  switch (node.kind) {
    case "listener": {
      const { directive } = node.listener;
      return { whole: directive, name: directive.interface ?? directive.socket ?? directive };
    }
    case "rule":
      return { whole: node.rule, name: node.rule.tokens[0] ?? node.rule };
    case "host":
      return { whole: node.url, name: node.url };
    case "filter":
      return { whole: node.filter, name: node.filter.name };
    case "action":
      return { whole: node.action, name: node.action.name };
    case "wrapper":
      return { whole: node.wrapper, name: node.wrapper.name };
    case "table":
      return { whole: node.table, name: node.table.name };
  }
}
