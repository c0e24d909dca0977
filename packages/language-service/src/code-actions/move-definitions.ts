import { type Edit, type Diagnostic as Finding, type Line, type Reference, type Span, textOf } from "smtpd-conf";
import { CodeActionKind } from "vscode-languageserver-types";
import { lineAt, lineBefore } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
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
}

function openMoving(snapshot: Snapshot): Moving {
  const byStart = new Map<number, Reference>();
  const byLine = new Map<Line, Reference[]>();
  for (const reference of snapshot.model.references) {
    const { word, line } = reference;
    if (word.source !== snapshot.source) continue;
    byStart.set(word.start, reference);
    const list = byLine.get(line);
    if (list === undefined) byLine.set(line, [reference]);
    else list.push(reference);
  }
  return { snapshot, byStart, byLine };
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
function definitionsFor({ snapshot, byStart }: Moving, { code, span }: Finding): readonly NamedLine[] {
  if (code === "undefined-macro") return macrosNamed(snapshot, span);
  const reference = byStart.get(span.start);
  return reference === undefined ? [] : definitionsOf(snapshot, reference);
}

function definitionsOf({ model }: Snapshot, { space, name }: Reference): readonly NamedLine[] {
  return model.symbols().get(space)?.get(name)?.definitions ?? [];
}

function macrosNamed({ configuration }: Snapshot, span: Span): readonly NamedLine[] {
  const name = /^\$(\w+)$/.exec(textOf(span))?.[1];
  if (name === undefined || !configuration.macros.has(name)) return [];
  return configuration.lines.flatMap((line) => {
    return line.kind === "MacroDefinition" && line.name.value === name ? [{ name, line }] : [];
  });
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
  const { snapshot, byLine } = moving;
  const moved = new Set<Line>();
  const waiting = [...definitions];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    if (moved.has(line)) continue;
    if (!isWhole(snapshot, line) || line === use || line.kind === "BrokenStatement") return [];
    moved.add(line);
    const names = (byLine.get(line) ?? []).flatMap((reference) => definitionsOf(snapshot, reference));
    const needed = [...names.map((one) => one.line), ...macrosIn(snapshot, line)];
    waiting.push(...needed.filter((one) => !isAbove(snapshot, one, use)));
  }
  return [...moved].sort((one, other) => one.start - other.start);
}

/** Whether smtpd reads one statement before another one of the document. */
function isAbove({ configuration: { lines } }: Snapshot, line: Line, other: Line): boolean {
  return line.source === other.source ? line.start < other.start : lines.indexOf(line) < lines.indexOf(other);
}

/** The definitions in the document of the macros that a statement uses. */
function macrosIn(snapshot: Snapshot, { start, end }: Line): readonly Line[] {
  const { configuration, source } = snapshot;
  const uses = configuration.macroUses.filter((use) => use.source === source && use.start >= start && use.end <= end);
  return uses.flatMap(({ macro }) => {
    return macro?.origin.source === source ? (lineBefore(snapshot, macro.origin.start) ?? []) : [];
  });
}
