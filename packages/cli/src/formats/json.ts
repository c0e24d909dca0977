import type { Diagnostic, Fix, RelatedPlace, Source, Span } from "smtpd-conf";
import { indexLines, type LineIndex, type Position, positionAt } from "../line-index.ts";
import type { Output } from "../output.ts";
import { pageOf } from "../package-info.ts";
import type { FileReport, Format, FormatSettings, SuppressedFinding } from "../report.ts";

/**
 * The format for programs, described by `schema/output.schema.json`. One finding a line, so that it can be written while
 * it is made.
 */
export function openJson(output: Output, { target }: Pick<FormatSettings, "target">): Format {
  let separator = "";
  output.write(`{"version":1,"target":${JSON.stringify(target)},"files":[`);
  return {
    file: (report) => {
      output.write(`${separator}\n`);
      separator = ",";
      writeFile(report, output);
    },
    end: () => output.write("\n]}\n"),
  };
}

function writeFile(report: FileReport, output: Output): void {
  const path = JSON.stringify(report.path);
  if (report.kind === "unread") {
    const error = JSON.stringify(report.reason);
    output.write(`{"path":${path},"verdict":"rejected","error":${error},"diagnostics":[]}`);
    return;
  }
  const { verdict, target, template, diagnostics, suppressed, fixing } = report;
  const toRange = rangeMaker();
  const language = template === undefined ? "" : `"template":"${template}",`;
  output.write(`{"path":${path},"verdict":"${verdict}","target":"${target}",${language}"diagnostics":`);
  writeList(diagnostics, (diagnostic) => diagnosticFor(diagnostic, toRange), output);
  output.write(`,"suppressed":`);
  writeList(suppressed, (finding) => suppressedFor(finding, toRange), output);
  if (fixing !== undefined) output.write(`,"fixed":${fixing.unwritten === undefined ? fixing.fixed : 0}`);
  output.write("}");
}

/** One item a line. */
function writeList<T>(items: readonly T[], toJson: (item: T) => object, output: Output): void {
  output.write("[");
  items.forEach((item, index) => {
    output.write(`${index > 0 ? "," : ""}\n${JSON.stringify(toJson(item))}`);
  });
  output.write(items.length > 0 ? "\n]" : "]");
}

interface JsonPosition extends Position {
  readonly offset: number;
}

interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

type ToRange = (span: Span) => JsonRange;

function rangeMaker(): ToRange {
  const indexes = new Map<Source, LineIndex>();
  return ({ source, start, end }) => {
    const index = indexes.get(source) ?? indexLines(source);
    indexes.set(source, index);
    const offset = source.part?.offset ?? 0;
    return {
      start: { ...positionAt(index, start), offset: offset + start },
      end: { ...positionAt(index, end), offset: offset + end },
    };
  };
}

function diagnosticFor({ code, kind, severity, message, help, span, related, fixes }: Diagnostic, toRange: ToRange) {
  return {
    code,
    kind,
    severity,
    message,
    help: help ?? null,
    path: span.source.path,
    range: toRange(span),
    related: related.map((place) => relatedFor(place, toRange)),
    fixes: fixes.map((fix) => fixFor(fix, toRange)),
    url: pageOf(code),
  };
}

function suppressedFor({ diagnostic, by, reason }: SuppressedFinding, toRange: ToRange) {
  const { code, span } = diagnostic;
  return { code, path: span.source.path, range: toRange(span), by, reason: reason ?? null };
}

function relatedFor({ message, span }: RelatedPlace, toRange: ToRange) {
  return { message, path: span.source.path, range: toRange(span) };
}

function fixFor({ title, safe, edits }: Fix, toRange: ToRange) {
  return {
    title,
    safe,
    edits: edits.map(({ span, text }) => ({ path: span.source.path, range: toRange(span), text })),
  };
}
