import { type LintInput, type LintResult, lint, type RuleSelection, templateKindOf } from "smtpd-conf";
import type { TemplateChoice } from "./file-settings.ts";
import type { OpenedSurroundings } from "./host/surroundings.ts";
import { openIncludedFiles } from "./included-files.ts";
import type { SourceText } from "./read-source.ts";

/** How a text is to be read. */
export interface LintSettings extends Pick<LintInput, "target" | "definitions"> {
  /** The recommended ones where absent. */
  readonly rules?: RuleSelection;
  /** Undefined where the name of the file says it. */
  readonly template: TemplateChoice | undefined;
}

/** Lints once, and once more where names had to be looked up on the way. */
export async function lintText(
  path: string,
  source: Extract<SourceText, { kind: "text" }>,
  settings: LintSettings,
  surroundings: OpenedSurroundings | undefined,
): Promise<LintResult> {
  const input = inputFor(path, source, settings, surroundings);
  const result = lint(input());
  return (await surroundings?.settle()) ? lint(input()) : result;
}

/** What the library is given for a text; anew for each time, since only so much of other files is read. */
export function inputFor(
  path: string,
  { text, encoding }: Extract<SourceText, { kind: "text" }>,
  { target, definitions, rules, template: choice }: LintSettings,
  surroundings: OpenedSurroundings | undefined,
): () => LintInput {
  const { machine, readTableKind, tableFiles, locate = (name: string) => name } = surroundings ?? {};
  const template = choice === "none" ? undefined : (choice ?? templateKindOf(path, text));
  return () => {
    const files = openIncludedFiles(locate);
    return { path, text, encoding, target, definitions, files, machine, readTableKind, tableFiles, rules, template };
  };
}
