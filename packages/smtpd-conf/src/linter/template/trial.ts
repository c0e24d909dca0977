import type { Source, Span } from "../../parser/source.ts";
import type { Rendering } from "../../parser/template/render-template.ts";
import type { Hole, Range, Template } from "../../parser/template/template.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintInput, LintResult } from "../lint-result.ts";
import type { RuleSelection } from "../select-rules.ts";
import { statementsOf, type TriedStatement, touch } from "./statements.ts";

/** One way to fill in a template, and what is to be said of the text. */
export interface Trial {
  readonly rendering: Rendering;
  readonly result: LintResult;
  readonly statements: readonly TriedStatement[];
  /** What was found at places that the template has, by what and where it is. */
  readonly found: ReadonlyMap<string, Diagnostic>;
}

/** What trials of one template have in common. */
export interface Bench {
  readonly template: Template;
  /** The template as a source: what findings show. */
  readonly source: Source;
  readonly input: LintInput;
  /** Lints a text; `thorough` where all rules are to run, also where smtpd refuses a statement. */
  readonly lintText: (input: LintInput, thorough?: boolean) => LintResult;
  /** Whether a hole shares a line with other text. */
  readonly isInline: (hole: Hole) => boolean;
}

/** What looks at a filled template besides all checks: all chosen rules, or those with certain codes. */
export type Scrutiny = "checks" | "all" | ReadonlySet<string>;

/** Lints a filled template. The findings are of the template: their ranges are ranges of it. */
export function runTrial(bench: Bench, rendering: Rendering, scrutiny: Scrutiny): Trial {
  const rules = selectionFor(scrutiny, bench.input.rules);
  const result = bench.lintText({ ...bench.input, text: rendering.text, rules }, true);
  const statements = statementsOf(result.configuration, rendering, bench.isInline);
  const found = new Map<string, Diagnostic>();
  const relocate = relocation(bench.source, result, rendering);
  const [filled] = result.configuration.sources;
  const values = statements.flatMap(({ seams }) => seams.filter(({ hole }) => hole.kind === "value"));
  const isFilled = ({ span }: Diagnostic) => span.source === filled && values.some((seam) => touch(seam, span));
  for (const diagnostic of result.diagnostics) {
    if (isFilled(diagnostic)) continue;
    const moved = moveDiagnostic(diagnostic, relocate);
    if (moved !== undefined) found.set(identityOf(moved), moved);
  }
  return { rendering, result, statements, found };
}

function selectionFor(scrutiny: Scrutiny, chosen: RuleSelection | undefined): RuleSelection | undefined {
  if (scrutiny === "all") return chosen;
  return { ...chosen, preset: "none", enable: scrutiny === "checks" ? [] : [...scrutiny], disable: [] };
}

/** The same for findings that say the same of the same place. */
function identityOf({ code, message, span }: Diagnostic): string {
  return [code, span.source.path, span.source.part?.offset ?? "", span.start, span.end, message].join("\n");
}

type Relocate = <Place extends Span>(place: Place) => Span | undefined;

/** Moves places of the filled text to those of the template; undefined for a place that the template has not got. */
function relocation(original: Source, { configuration }: LintResult, { rangeInTemplate }: Rendering): Relocate {
  const [filled] = configuration.sources;
  const moved = new Map<Source, Source | undefined>();
  const sourceOf = (source: Source): Source | undefined => {
    if (source === filled) return original;
    if (source.includedBy === undefined) return source;
    if (!moved.has(source)) {
      const includedBy = move(source.includedBy);
      moved.set(source, includedBy && { ...source, includedBy });
    }
    return moved.get(source);
  };
  const move: Relocate = ({ source, start, end }) => {
    const range: Range | undefined = source === filled ? rangeInTemplate({ start, end }) : { start, end };
    const place = sourceOf(source);
    return range && place && { source: place, start: range.start, end: range.end };
  };
  return move;
}

function moveDiagnostic(diagnostic: Diagnostic, move: Relocate): Diagnostic | undefined {
  const span = move(diagnostic.span);
  const related = allOf(diagnostic.related, (one) => withSpan(one, move(one.span)));
  if (span === undefined || related === undefined) return undefined;
  const fixes = diagnostic.fixes.flatMap((fix) => {
    const edits = allOf(fix.edits, (edit) => withSpan(edit, move(edit.span)));
    return edits === undefined ? [] : [{ ...fix, edits }];
  });
  return { ...diagnostic, span, related, fixes };
}

function withSpan<T>(one: T, span: Span | undefined): (T & { readonly span: Span }) | undefined {
  return span && { ...one, span };
}

/** What becomes of all, where something becomes of each. */
function allOf<From, To>(list: readonly From[], make: (one: From) => To | undefined): To[] | undefined {
  const made = list.map(make);
  return made.every((one) => one !== undefined) ? (made as To[]) : undefined;
}
