import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Diagnostic, rules, selectRules } from "smtpd-conf";
import type { Failure } from "../complain.ts";
import { exitCodes } from "../exit-codes.ts";
import type { FileSettings } from "../file-settings.ts";
import { fingerprints, portablePath } from "../formats/fingerprint.ts";
import { several } from "../formats/words.ts";
import { writeAtomically } from "../host/write-atomically.ts";
import { readSource } from "../read-source.ts";
import type { FileReport, LintedFile } from "../report.ts";
import { type BaselineContent, type KnownFinding, printBaseline, readBaseline } from "./baseline-file.ts";

/** A baseline as it is used during a run. */
export interface Baseline {
  /** The report on a file without the findings that are known: those are among the suppressed ones. */
  readonly apply: (report: FileReport, settings: FileSettings) => FileReport;
  /** Called once, behind the last file. Gives what there is to say, and whether the file could not be written. */
  readonly end: () => { readonly sentence: string | undefined; readonly failed: boolean };
}

/** What comes together in a run. */
interface Gathered {
  readonly path: string;
  /** The folder of the baseline, which its paths are relative to. */
  readonly folder: string;
  readonly before: BaselineContent;
  /** What was found in each configuration that was checked, by fingerprint. */
  readonly found: Map<string, Map<string, KnownFinding>>;
  /** What the baseline has of these and was not found, though its rule ran. */
  readonly gone: Set<KnownFinding>;
}

/** Opens the baseline of a path. One that is to be updated need not be there yet. */
export function openBaseline(path: string, update: boolean): Baseline | Failure {
  const before = readAt(path, update);
  if ("complaint" in before) return before;
  const folder = dirname(resolve(path));
  const gathered: Gathered = { path, folder, before, found: new Map(), gone: new Set() };
  return {
    apply: (report, settings) => {
      if (report.kind === "unread") return report;
      return divide(report, gather(report, settings, gathered), update);
    },
    end: () => (update ? save(gathered) : { sentence: goneSentence(gathered), failed: false }),
  };
}

function readAt(path: string, update: boolean): BaselineContent | Failure {
  const source = readSource(path);
  const code = exitCodes.unreadable;
  if (source.kind === "text") {
    const content = readBaseline(path, source.text);
    return "length" in content ? { complaint: content.join("\nsmtpd-lint: "), code } : content;
  }
  if (source.reason !== "missing") return { complaint: `${path}: ${source.words}.`, code };
  return update ? new Map() : { complaint: `${path}: there is no such file. --update-baseline creates it.`, code };
}

/** Takes in what was found in a file. Gives, for each of its findings, whether the baseline has it. */
function gather(
  report: LintedFile,
  { rules: selection, target }: FileSettings,
  gathered: Gathered,
): readonly boolean[] {
  const { folder, before, found, gone } = gathered;
  const path = portablePath(report.path, folder);
  const known = new Map((before.get(path) ?? []).map((finding) => [finding.fingerprint, finding] as const));
  const marks = fingerprints(report, folder);
  // Where smtpd refuses a file, most rules say nothing of it: what they knew stays.
  const refused = report.verdict === "rejected";
  const own = found.get(path) ?? new Map(refused ? known : []);
  found.set(path, own);
  report.diagnostics.forEach(({ kind, code, message }, index) => {
    const fingerprint = marks[index] ?? "";
    if (kind === "lint") own.set(fingerprint, { code, fingerprint, message });
  });
  const codes = new Set(selectRules(rules, selection, target).map(({ code }) => code));
  for (const finding of known.values()) if (codes.has(finding.code) && !own.has(finding.fingerprint)) gone.add(finding);
  return marks.map((mark) => known.has(mark));
}

/** What smtpd refuses is always shown. In an update, all advice is known from now on. */
function divide(report: LintedFile, known: readonly boolean[], update: boolean): LintedFile {
  const isKept = ({ kind }: Diagnostic, index: number) => kind === "check" || !(update || known[index]);
  const kept = report.diagnostics.filter(isKept);
  const others = report.diagnostics.filter((diagnostic, index) => !isKept(diagnostic, index));
  const suppressed = others.map((diagnostic) => ({ diagnostic, by: "baseline", reason: undefined }) as const);
  return { ...report, diagnostics: kept, suppressed: [...report.suppressed, ...suppressed] };
}

/** What of the baseline is about files that are there no more. */
function withoutFile({ before, found, folder }: Gathered): readonly KnownFinding[] {
  const missing = [...before].filter(([path]) => !found.has(path) && !existsSync(resolve(folder, path)));
  return missing.flatMap(([, findings]) => findings);
}

function goneSentence(gathered: Gathered): string | undefined {
  const number = gathered.gone.size + withoutFile(gathered).length;
  if (number === 0) return undefined;
  const what = number === 1 ? "1 finding of it is" : `${number} findings of it are`;
  return `${gathered.path}: ${what} gone. --update-baseline removes ${number === 1 ? "it" : "them"}.`;
}

/** Writes what was found, and what the baseline has of files that were not checked and are still there. */
function save(gathered: Gathered): ReturnType<Baseline["end"]> {
  const { path, before, found } = gathered;
  const missing = new Set(withoutFile(gathered));
  const after = new Map<string, readonly KnownFinding[]>();
  for (const [file, findings] of before)
    after.set(
      file,
      findings.filter((finding) => !missing.has(finding)),
    );
  for (const [file, findings] of found) after.set(file, [...findings.values()]);
  const outcome = writeAtomically(path, printBaseline(after));
  if (outcome.kind === "written") return { sentence: `${path}: ${changes(before, after)}.`, failed: false };
  return { sentence: `${path}: the baseline was not written: ${outcome.words}.`, failed: true };
}

/** `12 findings, 3 of them new, 1 gone` */
function changes(before: BaselineContent, after: BaselineContent): string {
  const [old, now] = [marksIn(before), marksIn(after)];
  const added = [...now].filter((mark) => !old.has(mark)).length;
  const gone = [...old].filter((mark) => !now.has(mark)).length;
  const parts = [several(now.size, "finding")];
  if (added > 0 && old.size > 0) parts.push(`${added} of them new`);
  if (gone > 0) parts.push(`${gone} gone`);
  return parts.join(", ");
}

function marksIn(content: BaselineContent): ReadonlySet<string> {
  return new Set([...content].flatMap(([path, list]) => list.map(({ fingerprint }) => `${path} ${fingerprint}`)));
}
