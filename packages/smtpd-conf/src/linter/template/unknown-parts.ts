import type { NameSpace } from "../../model/symbols.ts";
import type { Span } from "../../parser/source.ts";
import { rangesTouching } from "../../parser/template/sorted-ranges.ts";
import type { Hole, Range } from "../../parser/template/template.ts";
import { failsBeforeHoles } from "./statements.ts";
import type { Bench, Trial } from "./trial.ts";

/** What of a template nobody knows before it is filled in. */
export interface UnknownParts {
  /** There can be whole statements that the template does not show. */
  readonly statements: boolean;
  /** Name spaces with names that are defined by a value of the template. */
  readonly defined: ReadonlySet<NameSpace>;
  /** Name spaces with names that are used by a value of the template. */
  readonly used: ReadonlySet<NameSpace>;
}

/** Gathers what is not known over all trials. */
export function unknownParts(trials: readonly Trial[], bench: Bench): UnknownParts {
  const defined = new Set<NameSpace>(hasPkiOfModule(bench) ? ["pki"] : []);
  const used = new Set<NameSpace>();
  let statements = isFragment(bench) || hasUnreadableStatement(trials);
  for (const trial of trials) {
    const { model } = trial.result;
    statements ||= hasUnknownStatement(trial);
    for (const { space, word } of model.definitions) if (isFilled(trial, word)) defined.add(space);
    for (const { space, word } of model.references) if (isFilled(trial, word)) used.add(space);
    for (const { line } of model.tableUses) if (isFilled(trial, line)) used.add("table");
  }
  return { statements, defined, used };
}

/** Modules of NixOS put a configuration together: one without a rule, or that says where it goes, is a part of it. */
function isFragment({ template: { kind, source, text } }: Bench): boolean {
  if (kind !== "nix") return false;
  const isPlaced = /\bserverConfiguration\s*=\s*(lib\.)?mk(After|Before|Order)\b/.test(source);
  return isPlaced || !/^[ \t]*(match|accept|reject)[ \t]/m.test(text);
}

/** The module of NixOS writes the `pki` statements of these hosts. */
function hasPkiOfModule({ template: { kind, source } }: Bench): boolean {
  return kind === "nix" && /\buseACMEHosts\b/.test(source);
}

/** Whether there is a statement that the grammar takes with no value: nobody knows what it does. */
function hasUnreadableStatement(trials: readonly Trial[]): boolean {
  const [failed, read] = [new Set<Hole>(), new Set<Hole>()];
  for (const { statements } of trials) {
    for (const statement of statements) {
      if (failsBeforeHoles(statement)) continue;
      for (const { hole } of statement.seams) (statement.failure === undefined ? read : failed).add(hole);
    }
  }
  return [...failed].some((hole) => !read.has(hole));
}

/** A value in the first word of a statement makes it any other, or whole statements, and one that is the path of an include brings some. */
function hasUnknownStatement({ statements, rendering }: Trial): boolean {
  if (rendering.seams.some(({ hole }) => hole.kind === "value" && hole.expression === "" && hole.end > hole.start))
    return true;
  return statements.some(({ line, seams }) => {
    if (line.kind === "IncludeDirective" && seams.length > 0) return true;
    const firstEnd = line.tokens[0]?.end ?? line.start;
    return seams.some(({ hole, start }) => hole.kind === "value" && start <= firstEnd);
  });
}

function isFilled(trial: Trial, span: Span): boolean {
  return seamsIn(trial, span).length > 0;
}

function seamsIn({ rendering, result }: Trial, span: Span): readonly Range[] {
  if (span.source !== result.configuration.sources[0]) return [];
  return rangesTouching(rendering.seams, span).filter(({ hole }) => hole.kind === "value");
}
