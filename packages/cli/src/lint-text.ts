import { type LintInput, type LintResult, lint, type RuleSelection } from "smtpd-conf";
import type { OpenedSurroundings } from "./host/surroundings.ts";
import { openIncludedFiles } from "./included-files.ts";
import type { SourceText } from "./read-source.ts";

/** How a text is to be read. */
export interface LintSettings extends Pick<LintInput, "target" | "definitions"> {
  /** The recommended ones where absent. */
  readonly rules?: RuleSelection;
}

/** Lints once, and once more where names had to be looked up on the way. */
export async function lintText(
  path: string,
  { text, encoding }: Extract<SourceText, { kind: "text" }>,
  { target, definitions, rules }: LintSettings,
  surroundings: OpenedSurroundings | undefined,
): Promise<LintResult> {
  const { machine, readTableKind, tableFiles, locate = (name: string) => name } = surroundings ?? {};
  const input = (): LintInput => {
    const files = openIncludedFiles(locate);
    return { path, text, encoding, target, definitions, files, machine, readTableKind, tableFiles, rules };
  };
  const result = lint(input());
  return (await surroundings?.settle()) ? lint(input()) : result;
}
