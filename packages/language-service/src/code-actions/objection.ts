import { type Edit, type LintResult, newFindings, openLintSession, rules } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import { standsInFile } from "../stands-in.ts";
import { changedInput } from "./changed-input.ts";
import { meaningOf } from "./meaning.ts";
import type { Offer } from "./offer.ts";

/**
 * Why edits should not be made, as a sentence: smtpd would refuse what it takes, or there would be findings that are not
 * there now, or mail would go another way. Undefined where nothing speaks against them. It takes as long as checking the new
 * text and each of its statements: rules about how statements play together, which can take seconds, are left out.
 */
export function objectionTo(snapshot: Snapshot, edits: readonly Edit[], keeps: Offer["keeps"]): string | undefined {
  if (keeps === "nothing") return undefined;
  if (!edits.every(({ span }) => standsInFile(snapshot, span))) return "It would change other files.";
  const before = { ...snapshot.result, analysis: snapshot.analysis };
  const after = openLintSession().update(changedInput(snapshot, edits)).first();
  return worsening(snapshot, edits, before, after) ?? (keeps === "meaning" ? difference(before, after) : undefined);
}

function worsening(
  { source }: Snapshot,
  edits: readonly Edit[],
  before: LintResult,
  after: LintResult,
): string | undefined {
  if (before.verdict === "accepted" && after.verdict === "rejected") return "smtpd would refuse the result.";
  const steps = source.includedBy === undefined ? [edits] : [];
  const [found] = newFindings(aboutStatements(before), aboutStatements(after), steps);
  return found && `It would bring about a finding of "${found.code}": ${found.message}`;
}

const slowCodes = new Set(rules.filter(({ scope }) => scope === "configuration").map(({ code }) => code));

function aboutStatements(result: LintResult): LintResult {
  return { ...result, diagnostics: result.diagnostics.filter(({ code }) => !slowCodes.has(code)) };
}

function difference(before: LintResult, after: LintResult): string | undefined {
  return meaningOf(before) === meaningOf(after) ? undefined : "It would change what smtpd does.";
}
