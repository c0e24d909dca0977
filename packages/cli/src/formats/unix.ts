import type { Diagnostic } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { Format } from "../report.ts";
import { adviceOf } from "./advice.ts";
import { openPlaces, type Places } from "./places.ts";
import { visible } from "./visible.ts";

/** `path:line:column: message [severity/code]`, a line for each finding, as editors and `grep` like them. */
export function openUnix(output: Output): Format {
  return {
    file: (report) => {
      if (report.kind === "unread") return;
      const places = openPlaces(report.root);
      for (const diagnostic of report.diagnostics) output.write(lineFor(diagnostic, places));
    },
    end: () => {},
  };
}

function lineFor(diagnostic: Diagnostic, { pathOf, rangeOf }: Places): string {
  const { span, severity, code } = diagnostic;
  const { line, column } = rangeOf(span).start;
  return `${visible(pathOf(span.source))}:${line}:${column}: ${adviceOf(diagnostic)} [${severity}/${code}]\n`;
}
