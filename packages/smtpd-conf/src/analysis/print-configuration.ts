import type { FilterDirective } from "../parser/ast/nodes.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import type { EffectiveConfiguration, EffectiveStatement } from "./effective-configuration.ts";
import { type AskedFilters, isSocketStatement } from "./effective-listeners.ts";
import type { UnwrittenDefault } from "./effective-options.ts";
import { flatText, layOutStatement, mostColumns } from "./lay-out-statement.ts";
import { piecesOf, type Writing, writingOf } from "./statement-pieces.ts";

/**
 * An effective configuration as a file for its target. Statements say what smtpd does, comments what cannot be said in the
 * language; printed again, only comments change.
 */
export function printConfiguration(effective: EffectiveConfiguration): string {
  const { statements, model } = effective;
  const [main] = model.configuration.sources;
  const writing = writingOf(effective);
  const lastRule = statements.findLast(({ kind }) => kind === "rule");
  const lines = [commented(`# ${main?.path} as smtpd ${model.target} reads it`)];
  let source = main;
  let previous: EffectiveStatement | undefined;
  for (const statement of statements) {
    const from = statement.line?.source ?? source;
    const turn = previous === undefined || isUnstated(statement) === isUnstated(previous) ? [] : [unstatedComment];
    const place = from === source ? [] : [commented(`# ${from === main ? "Back in" : "From"} ${from?.path}:`)];
    const behind = statement === lastRule ? ["# else: refused with 550"] : [];
    if (startsGroup(statement, previous) || turn.length + place.length > 0) lines.push("");
    lines.push(...turn, ...place, ...printStatement(statement, writing), ...behind);
    source = from;
    previous = statement;
  }
  return lines.map((line) => `${line}\n`).join("");
}

const unstatedComment = "# What is in force without a statement:";

function isUnstated({ line }: EffectiveStatement): boolean {
  return line === undefined;
}

function startsGroup(statement: EffectiveStatement, previous: EffectiveStatement | undefined): boolean {
  return statement.kind !== previous?.kind && !(isPlain(statement) && previous !== undefined && isPlain(previous));
}

function isPlain({ kind }: EffectiveStatement): boolean {
  return kind === "setting" || kind === "limits";
}

function printStatement(statement: EffectiveStatement, writing: Writing): readonly string[] {
  const pieces = piecesOf(statement, writing);
  const comments = commentsOn(statement).flatMap(wrapComment);
  const isComment = statement.kind === "listener" && statement.line === undefined && !isSocketStatement(writing);
  return [
    ...comments,
    ...(isComment ? [`# ${pieces.map(flatText).join(" ")}`] : layOutStatement(pieces, writing.target)),
  ];
}

/** A text that can stand behind `#`: a backslash at its end would take the next line with it. */
function commented(text: string): string {
  const plain = text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, "?");
  return plain.endsWith("\\") ? `${plain} ` : plain;
}

/** A comment as lines, broken between words. */
function wrapComment(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of commented(text).split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < mostColumns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${last === undefined ? "#" : "#  "} ${word}`);
  }
  return lines.map(commented);
}

function commentsOn(statement: EffectiveStatement): readonly string[] {
  switch (statement.kind) {
    case "rule":
      return [`rule ${statement.rule.number}`];
    case "table":
      return statement.line.entries === undefined ? keysComment(statement.table) : [];
    case "listener":
      return [...unwrittenComment(statement), ...statement.filters.flatMap(askedComment)];
    case "action":
      return unwrittenComment(statement);
    case "filter":
      return phaseComment(statement.line);
    default:
      return [];
  }
}

function unwrittenComment({ unwritten }: { readonly unwritten: readonly UnwrittenDefault[] }): readonly string[] {
  return unwritten.length === 0 ? [] : [unwritten.map(({ subject, text }) => `${subject}: ${text}`).join("; ")];
}

function askedComment({ phase, members }: AskedFilters): string {
  const names = members.map(({ name }) => name.value).join(", ");
  return phase === undefined ? `Filter programs: ${names}.` : `Filters at ${phase}: ${names}.`;
}

/** A filter for the phase `auth` does not run there. */
function phaseComment(line: FilterDirective): readonly string[] {
  return line.kind === "PhaseFilterDirective" && line.phase.value === "auth" ? ["smtpd runs this at connect."] : [];
}

/** How many keys of a file are shown. */
const mostKeys = 12;

function keysComment(table: RuntimeTable): readonly string[] {
  if (table.kind === "UnknownTable") return [];
  const { length } = table.keys;
  const shown = table.keys.slice(0, mostKeys).join(", ");
  const more = length > mostKeys ? `, … ${length - mostKeys} more` : "";
  return [length === 0 ? "The file has no entries." : `${length === 1 ? "1 key" : `${length} keys`}: ${shown}${more}`];
}
