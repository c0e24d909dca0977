import type { Model } from "../model/model.ts";
import type { Line, Option } from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { Visitor } from "./check.ts";
import type { Conduct, Silence } from "./silence.ts";

/** A visitor on its way through a configuration. */
export interface Walker {
  readonly visitor: Visitor;
  /** What it does; absent where it is to be asked of every statement anew. */
  readonly conduct: Conduct | undefined;
}

type Handle = (subject: never, line?: Line) => void;

interface Handler {
  readonly handle: Handle;
  readonly conduct: Conduct | undefined;
}

type Handlers = ReadonlyMap<string, readonly Handler[]>;

/** The functions of all visitors by what they want to see. */
function handlersByKind(walkers: readonly Walker[]): Handlers {
  const handlers = new Map<string, Handler[]>();
  for (const { visitor, conduct } of walkers) {
    for (const [kind, handle] of Object.entries(visitor)) {
      if (kind === "end" || kind === "explain") continue;
      const list = handlers.get(kind) ?? [];
      list.push({ handle: handle as Handle, conduct });
      handlers.set(kind, list);
    }
  }
  return handlers;
}

/** Shows visitors all that they want to see of a configuration: first its statements in order, then what the model has. */
export function walkConfiguration(
  configuration: Configuration,
  model: Model,
  walkers: readonly Walker[],
  silence: Silence | undefined,
): void {
  const handlers = handlersByKind(walkers);
  const send = (kind: string, subjects: readonly unknown[]) => {
    for (const { handle } of handlers.get(kind) ?? []) for (const subject of subjects) handle(subject as never);
  };
  if (handlers.size > 0) walkLines(configuration.lines, handlers, silence);
  send("Definition", model.definitions);
  send("Reference", model.references);
  send("TableUse", model.tableUses);
  send("LexicalError", configuration.lexicalErrors);
  send("NewerStatement", configuration.newerStatements);
  send("Inclusion", configuration.inclusions);
}

function walkLines(lines: readonly Line[], handlers: Handlers, silence: Silence | undefined): void {
  const ofOptions = handlers.get("Option") ?? [];
  for (const line of lines) {
    const ofKind = handlers.get(line.kind) ?? noHandlers;
    const toAsk = silence?.known(line);
    if (toAsk !== undefined) for (const number of toAsk) show(line, number, ofKind, ofOptions);
    else if (silence !== undefined) silence.remember(line, showToAll(line, ofKind, ofOptions));
    else
      for (let number = 0; number < ofKind.length + ofOptions.length; number++) show(line, number, ofKind, ofOptions);
  }
}

const noHandlers: readonly Handler[] = [];

/** Shows a statement to the handler of a number: first come those of its kind, then those of options. */
function show(line: Line, number: number, ofKind: readonly Handler[], ofOptions: readonly Handler[]): void {
  const handler = ofKind[number];
  if (handler !== undefined) return handler.handle(line as never);
  const ofOption = ofOptions[number - ofKind.length];
  if (ofOption !== undefined) for (const option of optionsOf(line)) ofOption.handle(option as never, line);
}

/** Shows a statement to all handlers. Gives the numbers of those that have to be asked of it again. */
function showToAll(line: Line, ofKind: readonly Handler[], ofOptions: readonly Handler[]): readonly number[] {
  const toAsk: number[] = [];
  for (let number = 0; number < ofKind.length + ofOptions.length; number++) {
    const conduct = (ofKind[number] ?? ofOptions[number - ofKind.length])?.conduct;
    if (conduct !== undefined) conduct.isOpen = false;
    show(line, number, ofKind, ofOptions);
    if (conduct?.isOpen !== false) toAsk.push(number);
  }
  return toAsk;
}

const none: readonly Option[] = [];

/** The options, conditions and decisions of a statement, in order. */
function optionsOf(line: Line): readonly Option[] {
  switch (line.kind) {
    case "MatchDirective":
      return line.conditions;
    case "ActionDirective":
      return [line.method, ...line.options];
    case "PhaseFilterDirective":
      return [line.condition, line.decision];
    case "ListenDirective":
    case "PkiDirective":
    case "ProcDirective":
    case "ProcExecFilterDirective":
    case "LimitDirective":
      return line.options;
    case "BrokenStatement":
      return optionsOfBroken(line);
    default:
      return none;
  }
}

/** The options that were read before the statement broke off. */
function optionsOfBroken({ partial }: Extract<Line, { kind: "BrokenStatement" }>): readonly Option[] {
  if (partial === undefined) return none;
  if ("conditions" in partial) return partial.conditions ?? none;
  return "options" in partial ? (partial.options ?? none) : none;
}
