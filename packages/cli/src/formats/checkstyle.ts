import type { Diagnostic } from "smtpd-conf";
import type { Output } from "../output.ts";
import { version } from "../package-info.ts";
import type { FileReport, Format } from "../report.ts";
import { adviceOf, unreadAdvice, unreadableCode } from "./advice.ts";
import { portablePath } from "./fingerprint.ts";
import { groupBy } from "./group-by.ts";
import { openPlaces, type Places } from "./places.ts";
import { xmlDeclaration, xmlTag } from "./xml.ts";

/** The report of Checkstyle 4.3, which many programs read. Checkstyle itself is about Java; `version` is that of the form. */
export function openCheckstyle(output: Output): Format {
  output.write(`${xmlDeclaration}<!-- smtpd-lint ${version} -->\n<checkstyle version="4.3">\n`);
  return {
    file: (report) => {
      for (const [path, errors] of errorsByFile(report)) {
        output.write(`${xmlTag("file", { name: path })}>\n`);
        for (const error of errors) output.write(`  ${error}\n`);
        output.write("</file>\n");
      }
    },
    end: () => output.write("</checkstyle>\n"),
  };
}

type FileErrors = readonly [path: string, errors: readonly string[]];

/** An entry for the file itself, also where there is nothing to say of it, and one for each file that it includes. */
function errorsByFile(report: FileReport): readonly FileErrors[] {
  const own = portablePath(report.path);
  if (report.kind === "unread") {
    const [message, source] = [unreadAdvice(report.reason), sourceOf(unreadableCode)];
    return [[own, [`${xmlTag("error", { severity: "error", message, source })}/>`]]];
  }
  const places = openPlaces(report.root);
  const groups = groupBy(report.diagnostics, ({ span }) => places.pathOf(span.source));
  const files = groups.map(([first, ...others]): FileErrors => {
    const errors = [first, ...others].map((diagnostic) => errorFor(diagnostic, places));
    return [places.pathOf(first.span.source), errors];
  });
  return files.some(([path]) => path === own) ? files : [[own, []], ...files];
}

const severities = { error: "error", warning: "warning", info: "info", hint: "info" } as const;

function errorFor(diagnostic: Diagnostic, { rangeOf }: Places): string {
  const { span, severity, code } = diagnostic;
  const { line, column } = rangeOf(span).start;
  const message = adviceOf(diagnostic);
  return `${xmlTag("error", { line, column, severity: severities[severity], message, source: sourceOf(code) })}/>`;
}

/** Where Checkstyle has the name of a Java class. */
function sourceOf(code: string): string {
  return `smtpd-lint.${code}`;
}
