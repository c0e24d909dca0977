import type { Diagnostic, Edit, Fix, RelatedPlace } from "smtpd-conf";
import type { Output } from "../output.ts";
import { homepage, version } from "../package-info.ts";
import type { FileReport, Format, FormatSettings, SuppressedFinding, UnreadFile } from "../report.ts";
import { adviceOf, unreadAdvice } from "./advice.ts";
import { fingerprints, portablePath } from "./fingerprint.ts";
import { groupBy } from "./group-by.ts";
import { openPlaces, type Places } from "./places.ts";
import { artifactAt, physicalLocation, regionOf, sourceRoot } from "./sarif-place.ts";
import { openUsedRules, sarifLevels, type UsedRules } from "./sarif-rules.ts";
import { visible } from "./visible.ts";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * SARIF 2.1.0, the OASIS standard for what checkers find. One result a line, written while it is made; what all results
 * together amount to (rules, files, failures) follows behind them.
 */
export function openSarif(output: Output, { target }: Pick<FormatSettings, "target">): Format {
  const used = openUsedRules();
  const paths: string[] = [];
  const unread: UnreadFile[] = [];
  let separator = "\n";
  output.write(`{"$schema":"${schema}","version":"2.1.0","runs":[{"results":[`);
  return {
    file: (report) => {
      paths.push(portablePath(report.path));
      if (report.kind === "unread") unread.push(report);
      for (const result of resultsOf(report, used)) {
        output.write(`${separator}${JSON.stringify(result)}`);
        separator = ",\n";
      }
    },
    end: () => {
      const members = Object.entries(behindResults(used, { paths, unread, target }));
      const text = members.map(([name, value]) => `"${name}":${JSON.stringify(value)}`).join(",\n");
      output.write(`\n],\n${text}\n}]}\n`);
    },
  };
}

type SarifObject = Readonly<Record<string, unknown>>;

interface Gathered extends Pick<FormatSettings, "target"> {
  readonly paths: readonly string[];
  readonly unread: readonly UnreadFile[];
}

/** Without `automationDetails`: with it, the `category` that somebody gives to an upload to GitHub would not count. */
function behindResults(used: UsedRules, { paths, unread, target }: Gathered): SarifObject {
  return {
    tool: { driver: driver(used) },
    invocations: [
      {
        executionSuccessful: unread.length === 0,
        toolExecutionNotifications: unread.map(notification),
      },
    ],
    artifacts: [...new Set(paths)].map((path) => ({ location: artifactAt(path), roles: ["analysisTarget"] })),
    originalUriBaseIds: { [sourceRoot]: { description: { text: "The working directory of the run." } } },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\n"],
    properties: { target },
  };
}

function driver(used: UsedRules): SarifObject {
  return {
    name: "smtpd-lint",
    fullName: `smtpd-lint ${version}`,
    version,
    semanticVersion: version,
    ...(homepage === "" ? {} : { informationUri: homepage }),
    rules: used.list(),
  };
}

function notification({ path, reason }: UnreadFile): SarifObject {
  return {
    level: "error",
    message: { text: unreadAdvice(reason) },
    locations: [{ physicalLocation: { artifactLocation: artifactAt(portablePath(path)) } }],
  };
}

/** The findings of a file one at a time, at the end those that are not to be shown. */
function* resultsOf(report: FileReport, used: UsedRules): Generator<SarifObject> {
  if (report.kind === "unread") return;
  const { diagnostics, suppressed, root } = report;
  const all = [...diagnostics, ...suppressed.map(({ diagnostic }) => diagnostic)];
  const [places, known] = [openPlaces(root), fingerprints({ diagnostics: all })];
  for (const [index, diagnostic] of all.entries()) {
    const silenced = suppressed[index - diagnostics.length];
    yield {
      ...resultFor(diagnostic, used, places),
      partialFingerprints: { [fingerprintName]: known[index] },
      ...(silenced === undefined ? {} : { suppressions: [suppressionFor(silenced)] }),
    };
  }
}

/** GitHub works out a fingerprint of its own, `primaryLocationLineHash`, from the text of the file. */
const fingerprintName = "smtpdLintFinding/v1";

function suppressionFor({ by, reason }: SuppressedFinding): SarifObject {
  const justification = reason === undefined ? {} : { justification: reason };
  return { kind: by === "comment" ? "inSource" : "external", ...justification };
}

function resultFor(diagnostic: Diagnostic, used: UsedRules, places: Places): SarifObject {
  const { code, severity, span, related, fixes } = diagnostic;
  const others = related.map((place, index) => relatedFor(place, index, places));
  return {
    ruleId: code,
    ruleIndex: used.indexOf(code),
    level: sarifLevels[severity],
    message: { text: adviceOf(diagnostic) },
    locations: [{ physicalLocation: physicalLocation(span, places) }],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixFor(fix, places)) }),
  };
}

function relatedFor({ span, message }: RelatedPlace, index: number, places: Places): SarifObject {
  return {
    id: index + 1,
    physicalLocation: physicalLocation(span, places),
    message: { text: visible(message) },
  };
}

function fixFor({ title, safe, edits }: Fix, places: Places): SarifObject {
  const files = groupBy(edits, ({ span }) => span.source.path);
  return {
    description: { text: visible(title) },
    artifactChanges: files.map(([first, ...others]) => ({
      artifactLocation: artifactAt(places.pathOf(first.span.source)),
      replacements: [first, ...others].map((edit) => replacementFor(edit, places)),
    })),
    properties: { safe },
  };
}

function replacementFor({ span, text }: Edit, places: Places): SarifObject {
  return { deletedRegion: regionOf(span, places), insertedContent: { text } };
}
