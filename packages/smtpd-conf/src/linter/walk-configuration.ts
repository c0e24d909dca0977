import type { Model } from "../model/model.ts";
import type { TableUse } from "../model/tables.ts";
import type { Line, LineKind } from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { Check, Visitor } from "./check.ts";
import { optionsOf } from "./options-of.ts";
import type { Silence, SilenceOf } from "./silence.ts";
import { type TableAtUse, tablesAtUses } from "./table-at-use.ts";
import type { Watched } from "./watched-visitors.ts";

/** A visitor on its way through a configuration. */
export interface Walker extends Watched, Pick<Check, "concerns"> {}

/** A function of a visitor that wants to see one kind of thing. */
interface Handler extends Omit<Walker, "visitor"> {
  readonly handle: (subject: never, more?: never) => void;
}

type HandlersOf = (kind: keyof Visitor) => readonly Handler[];

/** The functions of all visitors by what they want to see. */
function handlersByKind(walkers: readonly Walker[]): HandlersOf {
  const handlers = new Map<string, Handler[]>();
  for (const { visitor, ...walker } of walkers) {
    for (const [kind, handle] of Object.entries(visitor)) {
      if (kind === "end" || kind === "explain") continue;
      const list = handlers.get(kind) ?? [];
      list.push({ ...walker, handle: handle as Handler["handle"] });
      handlers.set(kind, list);
    }
  }
  return (kind) => handlers.get(kind) ?? noHandlers;
}

const noHandlers: readonly Handler[] = [];

/**
 * Shows visitors all that they want to see of a configuration: first its statements in order, then what the model has. In
 * steps of well below a millisecond.
 */
export function* walkConfiguration(
  configuration: Configuration,
  model: Model,
  walkers: readonly Walker[],
  silence: Silence | undefined,
): Generator<void> {
  const handlersOf = handlersByKind(walkers);
  const send = (kind: keyof Visitor, subjects: readonly unknown[]) => {
    for (const { handle } of handlersOf(kind)) for (const subject of subjects) handle(subject as never);
  };
  if (walkers.length > 0) yield* walkLines(configuration.lines, handlersOf, silence?.lines);
  send("Definition", model.definitions);
  yield;
  send("Reference", model.references);
  yield;
  if (handlersOf("TableUse").length > 0) yield* walkTableUses(model, handlersOf("TableUse"), silence?.tables);
  send("LexicalError", configuration.lexicalErrors);
  send("NewerStatement", configuration.newerStatements);
  send("Inclusion", configuration.inclusions);
}

function walkLines(
  lines: readonly Line[],
  handlersOf: HandlersOf,
  silence: SilenceOf<Line> | undefined,
): Generator<void> {
  const byKind = new Map<LineKind, readonly Handler[]>();
  const handlersFor = ({ kind }: Line): readonly Handler[] => {
    const handlers = byKind.get(kind) ?? handlersOfLines(kind, handlersOf);
    byKind.set(kind, handlers);
    return handlers;
  };
  return walk(lines, handlersFor, ({ handle }, line) => handle(line as never), silence);
}

/** All that want to see the statements of a kind: those of that kind, those with options, or every statement. */
function handlersOfLines(kind: LineKind, handlersOf: HandlersOf): readonly Handler[] {
  return [...handlersOf(kind), ...handlersOf("Option").map(forEachOption), ...handlersOf("Line")];
}

function forEachOption({ handle, ...walker }: Handler): Handler {
  const handleLine = (line: Line) => {
    for (const option of optionsOf(line)) handle(option as never, line as never);
  };
  return { ...walker, handle: handleLine };
}

function* walkTableUses(
  model: Model,
  handlers: readonly Handler[],
  silence: SilenceOf<TableAtUse> | undefined,
): Generator<void> {
  const { tableUses } = model;
  const ofUses = handlers.map(({ handle, conduct }) => ({ handle, conduct }));
  const show = ({ handle }: Handler, table: TableAtUse, index: number) => {
    handle(tableUses[index] as TableUse as never, table as never);
  };
  const tables = tablesAtUses(model);
  yield;
  yield* walk(tables, () => ofUses, show, silence);
}

type Show<Thing> = (handler: Handler, thing: Thing, index: number) => void;

/** Shows things to those that want to see them, as far as these may have something to say. */
function* walk<Thing extends object>(
  things: readonly Thing[],
  handlersFor: (thing: Thing) => readonly Handler[],
  show: Show<Thing>,
  silence: SilenceOf<Thing> | undefined,
): Generator<void> {
  const ask = (thing: Thing, index: number, numbers: readonly number[]) => {
    const handlers = handlersFor(thing);
    for (const number of numbers) show(handlers[number] as Handler, thing, index);
  };
  const askAll = (thing: Thing, index: number) => showToAll(thing, index, handlersFor(thing), show);
  if (silence === undefined) things.forEach(askAll);
  else yield* silence.askAbout(things, { ask, askAll });
}

/** Shows a thing to all. Gives the numbers of those that have to be asked of it again. */
function showToAll<Thing>(
  thing: Thing,
  index: number,
  handlers: readonly Handler[],
  show: Show<Thing>,
): readonly number[] {
  const toAsk: number[] = [];
  handlers.forEach((handler, number) => {
    const { conduct, concerns } = handler;
    if (concerns !== undefined && !concerns(thing as Line)) return;
    if (conduct !== undefined) conduct.isOpen = false;
    show(handler, thing, index);
    if (conduct?.isOpen !== false) toAsk.push(number);
  });
  return toAsk;
}
