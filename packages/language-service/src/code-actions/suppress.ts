import { type Edit, type Diagnostic as Finding, suppressionComments, suppressionFix } from "smtpd-conf";
import { CodeActionKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";

/** Comments that silence the findings of rules: of one statement, or of the whole file. What smtpd refuses stays. */
export function suppress({ snapshot, findings }: Place): readonly Offer[] {
  if (snapshot.template !== undefined) return [];
  const advice = findings.filter(({ kind }) => kind === "lint");
  const codes = [...new Set(advice.map(({ code }) => code))];
  const byCode = codes.map((code) => [code, advice.filter((finding) => finding.code === code)] as const);
  const kind = CodeActionKind.QuickFix;
  const here = byCode.map(([code, own]): Offer => {
    const edits = () => commentsAbove(snapshot, own);
    return { title: `Silence "${code}" here`, kind, edits, keeps: "nothing", findings: own };
  });
  const inFile = byCode.map(([code, own]): Offer => {
    const edits = () => [disableInFile(snapshot, code)];
    return { title: `Silence "${code}" in this file`, kind, edits, keeps: "nothing", findings: own };
  });
  return [...here, ...inFile];
}

/** One comment for each statement, whatever number of findings it has. */
function commentsAbove({ configuration }: Snapshot, findings: readonly Finding[]): readonly Edit[] {
  const edits = findings.flatMap((finding) => suppressionFix(finding, configuration)?.edits ?? []);
  return [...new Map(edits.map((edit) => [edit.span.start, edit])).values()];
}

/** A `disable-file` at the top, or the code in the one that is there. */
function disableInFile({ configuration, source }: Snapshot, code: string): Edit {
  const known = suppressionComments(configuration).find(
    ({ word, codes, span }) => word === "disable-file" && codes.length > 0 && span.source === source,
  );
  const last = known?.codes.at(-1)?.span;
  if (last !== undefined) return { span: { source, start: last.end, end: last.end }, text: `, ${code}` };
  const start = topOf(source.text);
  return { span: { source, start, end: start }, text: `# smtpd-lint: disable-file ${code}\n` };
}

/** Where the first line begins, or the second one where editors and version control look for the first. */
function topOf(text: string): number {
  return /^\ufeff?(?:#[^\n]*(?:\$OpenBSD|-\*-|\bvim?:)[^\n]*(?<!\\)\n)?/.exec(text)?.[0].length ?? 0;
}
