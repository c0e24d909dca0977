import { type Edit, type Diagnostic as Finding, type Line, type Span, textOf } from "smtpd-conf";
import { CodeActionKind } from "vscode-languageserver-types";
import { lineAt } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { blockOf, insertionAbove } from "./statement-lines.ts";
import { isWhole } from "./statement-parts.ts";

/** Moves the definition of a name above its first use, or all that need it: smtpd reads from top to bottom. */
export function moveDefinitions({ snapshot, findings }: Place): readonly Offer[] {
  const kind = CodeActionKind.QuickFix;
  const moves = findings.flatMap((finding) => moveFor(snapshot, finding) ?? []);
  const single = moves.flatMap(({ finding, definition, use }): readonly Offer[] => {
    const edits = moveEdits(snapshot, withNeeded(snapshot, [definition.line], use), use);
    if (edits === undefined) return [];
    const title = `Move the definition of "${definition.name}" above this line`;
    return [{ title, kind, edits: () => edits, keeps: "findings", findings: [finding], isPreferred: true }];
  });
  const all = single.length === 0 ? [] : misplaced(snapshot);
  if (all.length < 2) return single;
  const title = "Move all definitions above their uses";
  return [...single, { title, kind, edits: () => editsForAll(snapshot, all), keeps: "findings", findings }];
}

/** Of each name that is used above its definition, the first finding in the document. */
function misplaced(snapshot: Snapshot): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of snapshot.result.diagnostics) {
    if (!codes.has(finding.code) || finding.span.source !== snapshot.source) continue;
    const name = textOf(finding.span);
    if (!found.has(name)) found.set(name, finding);
  }
  return [...found.values()];
}

/** A definition that stands below a statement that uses it. */
interface Move {
  readonly finding: Finding;
  readonly definition: NamedLine;
  readonly use: Line;
}

function moveFor(snapshot: Snapshot, finding: Finding): Move | undefined {
  if (!codes.has(finding.code) || finding.span.source !== snapshot.source) return undefined;
  const definition = definitionFor(snapshot, finding);
  const use = lineAt(snapshot, finding.span.start);
  return definition && use && { finding, definition, use };
}

const codes: ReadonlySet<string> = new Set(["use-before-definition", "undefined-macro"]);

/** All of them above the first statement that uses one. */
function editsForAll(snapshot: Snapshot, findings: readonly Finding[]): readonly Edit[] {
  const moves = findings.flatMap((finding) => moveFor(snapshot, finding) ?? []);
  const [first] = moves.map(({ use }) => use).sort((one, other) => one.start - other.start);
  const lines = moves.map(({ definition }) => definition.line);
  return (first && moveEdits(snapshot, withNeeded(snapshot, lines, first), first)) ?? [];
}

interface NamedLine {
  readonly name: string;
  readonly line: Line;
}

/** The only definition, further down in the document, of the name or macro that a finding is about. */
function definitionFor(snapshot: Snapshot, { code, span }: Finding): NamedLine | undefined {
  const found = code === "use-before-definition" ? namesAt(snapshot, span) : macrosNamed(snapshot, code, span);
  return found.length === 1 ? found[0] : undefined;
}

function namesAt({ model }: Snapshot, { source, start }: Span): readonly NamedLine[] {
  const used = model.references.find(({ word }) => word.source === source && word.start === start);
  return used === undefined ? [] : (model.symbols().get(used.space)?.get(used.name)?.definitions ?? []);
}

function macrosNamed({ configuration }: Snapshot, code: string, span: Span): readonly NamedLine[] {
  const name = code === "undefined-macro" ? /^\$(\w+)$/.exec(textOf(span))?.[1] : undefined;
  if (name === undefined) return [];
  return configuration.lines.flatMap((line) => {
    return line.kind === "MacroDefinition" && line.name.value === name ? [{ name, line }] : [];
  });
}

/** Definitions with those further down that they need themselves, in their order; undefined where one cannot be moved. */
function withNeeded(snapshot: Snapshot, wanted: readonly Line[], use: Line): readonly Line[] | undefined {
  const { references, definitions } = snapshot.model;
  const moved = new Set<Line>();
  const waiting = [...wanted];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    if (moved.has(line)) continue;
    if (!isWhole(snapshot, line) || line.start <= use.start || line.kind === "BrokenStatement") return undefined;
    moved.add(line);
    const needed = references.filter((reference) => reference.line === line);
    const found = definitions.filter(({ space, name }) =>
      needed.some((one) => one.space === space && one.name === name),
    );
    waiting.push(...found.map((one) => one.line).filter((one) => one.source !== use.source || one.start > use.start));
    waiting.push(...macrosIn(snapshot, line).filter((one) => one.start > use.start));
  }
  return [...moved].sort((one, other) => one.start - other.start);
}

/** The definitions of the macros that a statement uses. */
function macrosIn({ configuration, source }: Snapshot, line: Line): readonly Line[] {
  const uses = configuration.macroUses.filter(
    (use) => use.source === source && use.start >= line.start && use.end <= line.end,
  );
  return uses.flatMap(({ macro }) => {
    const origin = macro?.origin;
    return configuration.lines.filter(
      (one) => one.source === origin?.source && one.start <= origin.start && origin.end <= one.end,
    );
  });
}

function moveEdits(snapshot: Snapshot, lines: readonly Line[] | undefined, use: Line): readonly Edit[] | undefined {
  if (lines === undefined) return undefined;
  const blocks = lines.flatMap((line) => blockOf(snapshot, line) ?? []);
  const above = insertionAbove(snapshot, use, blocks.map((block) => textOf(block).replace(/\n$/, "")).join("\n"));
  if (above === undefined || blocks.length < lines.length) return undefined;
  return [above, ...blocks.map((span) => ({ span, text: "" }))];
}
