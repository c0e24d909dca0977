import type { Diagnostic } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { FileReport, Format, LintedFile, UnreadFile } from "../report.ts";
import { unreadAdvice, unreadableCode } from "./advice.ts";
import { type Indexes, inclusionRemarks, openIndexes, placeOf } from "./block.ts";
import { portablePath } from "./fingerprint.ts";
import { openPlaces, type Places } from "./places.ts";
import { visible } from "./visible.ts";
import { xmlDeclaration, xmlTag, xmlText } from "./xml.ts";

/** Test results as JUnit has them: a suite for each file, in it a failed test for each finding, or one that passed. */
export function openJunit(output: Output): Format {
  output.write(`${xmlDeclaration}<testsuites name="smtpd-lint">\n`);
  return {
    file: (report) => output.write(suiteFor(report)),
    end: () => output.write("</testsuites>\n"),
  };
}

function suiteFor(report: FileReport): string {
  const { tests, failures, errors } = report.kind === "unread" ? unreadTest(report) : testsFor(report);
  const name = portablePath(report.path);
  const head = xmlTag("testsuite", { name, tests: tests.length, failures, errors });
  return `${head}>\n${tests.join("")}</testsuite>\n`;
}

interface Suite {
  readonly tests: readonly string[];
  readonly failures: number;
  readonly errors: number;
}

function unreadTest({ path, reason }: UnreadFile): Suite {
  const head = xmlTag("testcase", { name: unreadableCode, classname: portablePath(path) });
  const error = xmlTag("error", { message: unreadAdvice(reason), type: "error" });
  return { tests: [`  ${head}>\n    ${error}/>\n  </testcase>\n`], failures: 0, errors: 1 };
}

function testsFor({ path, target, diagnostics, root }: LintedFile): Suite {
  if (diagnostics.length === 0) {
    const passed = xmlTag("testcase", { name: `smtpd ${target}`, classname: portablePath(path) });
    return { tests: [`  ${passed}/>\n`], failures: 0, errors: 0 };
  }
  const [places, indexOf] = [openPlaces(root), openIndexes()];
  const tests = diagnostics.map((diagnostic) => failedTest(diagnostic, places, indexOf));
  return { tests, failures: tests.length, errors: 0 };
}

/** The name has the place in it, since programs take tests of one name for one test. */
function failedTest(diagnostic: Diagnostic, { pathOf, rangeOf }: Places, indexOf: Indexes): string {
  const { code, severity, message, span } = diagnostic;
  const { line, column } = rangeOf(span).start;
  const name = `${line}:${column} ${code}`;
  const head = xmlTag("testcase", { name, classname: pathOf(span.source) });
  const failure = xmlTag("failure", { message: visible(message), type: severity });
  const body = xmlText(descriptionOf(diagnostic, indexOf).join("\n"));
  return `  ${head}>\n    ${failure}>${body}</failure>\n  </testcase>\n`;
}

/** All there is to say of a finding, as lines. */
function descriptionOf({ code, severity, message, help, span, related }: Diagnostic, indexOf: Indexes): string[] {
  const lines = [`${placeOf(span, indexOf)}: ${severity}: ${visible(message)} [${code}]`];
  if (help !== undefined) lines.push(`help: ${visible(help)}`);
  for (const { span: place, message: note } of related)
    lines.push(`note: ${placeOf(place, indexOf)}: ${visible(note)}`);
  for (const [label, text] of inclusionRemarks(span.source, indexOf)) lines.push(`${label}: ${visible(text)}`);
  return lines;
}
