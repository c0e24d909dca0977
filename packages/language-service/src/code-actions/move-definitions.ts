import {
  type Edit,
  type Diagnostic as Finding,
  firstIndex,
  groupedBy,
  type Line,
  type MacroDefinition,
  type Reference,
  type Span,
  textOf,
} from "smtpd-conf";
import { CodeActionKind } from "vscode-languageserver-types";
import { lineAt, lineBefore } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { symbolIndexOf } from "../symbol-index.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { blockOf, insertionAbove } from "./statement-lines.ts";
import { isWhole } from "./statement-parts.ts";

/** Moves the definition of a name above its first use, or all that need it: smtpd reads from top to bottom. */
export function moveDefinitions({ snapshot, findings }: Place): readonly Offer[] {
  const kind = CodeActionKind.QuickFix;
  const here = findings.filter((finding) => isAboutOrder(snapshot, finding));
  if (here.length === 0) return [];
  const moving = openMoving(snapshot);
  const single = movesFor(moving, here).flatMap(({ finding, definition, use }): readonly Offer[] => {
    const edits = moveEdits(moving, [definition.line], use);
    if (edits.length === 0) return [];
    const title = `Move the definition of "${definition.name}" above this line`;
    return [{ title, kind, edits: () => edits, keeps: "findings", findings: [finding], isPreferred: true }];
  });
  const all = single.length === 0 ? [] : firstOfEachName(snapshot);
  if (all.length < 2) return single;
  const edits = () => editsForAll(moving, all);
  return [...single, { title: "Move all definitions above their uses", kind, edits, keeps: "findings", findings }];
}

function isAboutOrder({ source }: Snapshot, { code, span }: Finding): boolean {
  return (code === "use-before-definition" || code === "undefined-macro") && span.source === source;
}

function firstOfEachName(snapshot: Snapshot): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of snapshot.result.diagnostics) {
    if (!isAboutOrder(snapshot, finding)) continue;
    const name = textOf(finding.span);
    if (!found.has(name)) found.set(name, finding);
  }
  return [...found.values()];
}

/** The names that the statements of the document use. */
interface Moving {
  readonly snapshot: Snapshot;
  readonly byStart: ReadonlyMap<number, Reference>;
  readonly byLine: ReadonlyMap<Line, readonly Reference[]>;
  /** The definitions of macros by their names. */
  readonly macros: ReadonlyMap<string, readonly Line[]>;
  /** The places of statements in the order in which smtpd reads. */
  readonly order: ReadonlyMap<Line, number>;
}

function openMoving(snapshot: Snapshot): Moving {
  const { model, configuration, source } = snapshot;
  const { lines } = configuration;
  const references = model.references.filter(({ word }) => word.source === source);
  const definitions = lines.filter((line): line is MacroDefinition => line.kind === "MacroDefinition");
  return {
    snapshot,
    byStart: new Map(references.map((reference) => [reference.word.start, reference])),
    byLine: groupedBy(references, ({ line }) => line),
    macros: groupedBy(definitions, ({ name }) => name.value),
    order: new Map(lines.map((line, index) => [line, index])),
  };
}

/** A definition that stands below a statement that uses it. */
interface Move {
  readonly finding: Finding;
  readonly definition: NamedLine;
  readonly use: Line;
}

interface NamedLine {
  readonly name: string;
  readonly line: Line;
}

function movesFor(moving: Moving, findings: readonly Finding[]): readonly Move[] {
  return findings.flatMap((finding) => {
    const [definition, ...others] = definitionsFor(moving, finding);
    const use = lineAt(moving.snapshot, finding.span.start);
    return definition && use && others.length === 0 ? [{ finding, definition, use }] : [];
  });
}

/** The definitions of the name or macro that a finding is about. */
function definitionsFor(moving: Moving, { code, span }: Finding): readonly NamedLine[] {
  const { snapshot, byStart } = moving;
  if (code === "undefined-macro") return macrosNamed(moving, span);
  const reference = byStart.get(span.start);
  return reference === undefined ? [] : definitionsOf(snapshot, reference);
}

function definitionsOf({ model }: Snapshot, { space, name }: Reference): readonly NamedLine[] {
  return model.symbols().get(space)?.get(name)?.definitions ?? [];
}

function macrosNamed({ snapshot, macros }: Moving, span: Span): readonly NamedLine[] {
  const name = /^\$(\w+)$/.exec(textOf(span))?.[1];
  if (name === undefined || !snapshot.configuration.macros.has(name)) return [];
  return (macros.get(name) ?? []).map((line) => ({ name, line }));
}

/** All of them above the first statement that uses one. */
function editsForAll(moving: Moving, findings: readonly Finding[]): readonly Edit[] {
  const moves = movesFor(moving, findings);
  const [first] = moves.map(({ use }) => use).sort((one, other) => one.start - other.start);
  const lines = moves.map(({ definition }) => definition.line);
  return first === undefined ? [] : moveEdits(moving, lines, first);
}

/** Moves definitions, and what they need themselves, above a statement; none where one of them cannot be moved. */
function moveEdits(moving: Moving, definitions: readonly Line[], use: Line): readonly Edit[] {
  const { snapshot } = moving;
  const lines = withNeeded(moving, definitions, use);
  const blocks = lines.flatMap((line) => blockOf(snapshot, line) ?? []);
  const above = insertionAbove(snapshot, use, blocks.map((block) => textOf(block).replace(/\n$/, "")).join("\n"));
  if (above === undefined || blocks.length === 0 || blocks.length < lines.length) return [];
  return [above, ...blocks.map((span) => ({ span, text: "" }))];
}

/** Definitions with those further down that they need themselves, in their order; none where one cannot be moved. */
function withNeeded(moving: Moving, definitions: readonly Line[], use: Line): readonly Line[] {
  const { snapshot, byLine, order } = moving;
  const isBelow = (line: Line) => (order.get(line) ?? -1) >= (order.get(use) ?? -1);
  const moved = new Set<Line>();
  const waiting = [...definitions];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    if (moved.has(line)) continue;
    if (!isWhole(snapshot, line) || line === use || line.kind === "BrokenStatement") return [];
    moved.add(line);
    const names = (byLine.get(line) ?? []).flatMap((reference) => definitionsOf(snapshot, reference));
    const needed = [...names.map((one) => one.line), ...macrosIn(snapshot, line)];
    waiting.push(...needed.filter(isBelow));
  }
  return [...moved].sort((one, other) => one.start - other.start);
}

/** The definitions in the document of the macros that a statement uses. */
function macrosIn(snapshot: Snapshot, { start, end }: Line): readonly Line[] {
  const { model, source } = snapshot;
  const all = symbolIndexOf(model).macroUsesIn(source);
  const first = firstIndex(all, (use) => use.start >= start);
  const uses = all.slice(
    first,
    firstIndex(all, (use) => use.end > end),
  );
  return uses.flatMap(({ macro }) => {
    return macro?.origin.source === source ? (lineBefore(snapshot, macro.origin.start) ?? []) : [];
  });
}
