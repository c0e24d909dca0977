import { readFileSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { type FileContent, type FileReader, lint, parseRelease } from "smtpd-conf";
import type { Answer } from "./daemon.ts";
import { tableFiles } from "./fixtures.ts";

/** What our linter says of a text, in terms of the daemon's answer. */
export interface Opinion {
  readonly ok: boolean;
  /** The line of the first finding that makes smtpd refuse the text. */
  readonly line: number | undefined;
  readonly messages: readonly string[];
  /** The linter threw, which is never right. */
  readonly threw: boolean;
}

/** How an opinion and an answer go together. `machine`: only the machine decides, so they say nothing of each other. */
export interface Comparison {
  readonly verdict: "equal" | "different" | "machine";
  /** `none` where one of them has no line. */
  readonly line: "equal" | "different" | "none";
}

const machineMessages: readonly RegExp[] = [
  /^smtpd\d*: invalid virtual ip or interface: /,
  /^warn: host_dns: /,
  /^warn: {2}.*(: not owned by uid 0|: insecure permissions: .*)$/,
  /^smtpd\d*: load_pki_(tree|keys): failed to load /,
  /: (fopen|getline): /,
  /^invalid port: (smtp|smtps|submission)$/,
];

/** Asks our linter what smtpd of this release, such as `7.9`, would say of the text; one character is one byte. */
export function askLinter(text: string, release: string): Opinion {
  try {
    return opinionOf(text, release);
  } catch (error) {
    return { ok: false, line: undefined, messages: [String(error)], threw: true };
  }
}

function opinionOf(text: string, release: string): Opinion {
  const target = parseRelease(release);
  if (target === undefined) throw new Error(`no such release: ${release}`);
  const readTableKind = (path: string) => tableFiles.get(path)?.kind;
  const result = lint({
    path: "smtpd.conf",
    text,
    encoding: "latin1",
    target,
    files: diskFiles,
    readTableKind,
    rules: { preset: "none" },
  });
  const findings = result.diagnostics.filter(({ kind }) => kind === "check");
  const own = findings.find(({ span }) => span.source.path === "smtpd.conf");
  return {
    ok: result.verdict === "accepted",
    line: own && lineAt(text, own.span.start),
    messages: findings.map(
      ({ span, code, message }) => `${lineAt(span.source.text, span.start)}: ${message} (${code})`,
    ),
    threw: false,
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

// The daemon runs in a folder of its own, so it finds no file by a relative name.
const diskFiles: FileReader = {
  read: (path) => (isAbsolute(path) ? fromDisk(path) : relative(path)),
};

function relative(path: string): FileContent {
  return { kind: "failed", reason: /^[./]+$/.test(path) ? "directory" : "missing" };
}

function fromDisk(path: string): FileContent {
  const known = tableFiles.get(path);
  if (known) return { kind: "file", text: known.text, encoding: "latin1" };
  try {
    if (statSync(path).isDirectory()) return { kind: "failed", reason: "directory" };
    return { kind: "file", text: readFileSync(path, "latin1"), encoding: "latin1" };
  } catch {
    return { kind: "failed", reason: "missing" };
  }
}

/** Whether the daemon refused a text only for what this machine has or lacks: interfaces, names, files, services. */
export function restsOnMachine(answer: Answer): boolean {
  const messages = [...answer.errors.map(([, message]) => message), ...answer.other];
  if (answer.ok || messages.length === 0) return false;
  // A table whose file is missing is refused wherever it is used, and actions that use it are missing in turn.
  if (messages.some((message) => /^invalid configuration file .* for table /.test(message))) return true;
  return messages.every((message) => machineMessages.some((pattern) => pattern.test(message)));
}

/** Compares what the linter says of a text with what the daemon says. */
export function compare(opinion: Opinion, answer: Answer): Comparison {
  const line = compareLines(opinion, answer);
  if (opinion.threw) return { verdict: "different", line: "none" };
  if (opinion.ok === answer.ok) return { verdict: "equal", line };
  return { verdict: restsOnMachine(answer) ? "machine" : "different", line };
}

function compareLines(opinion: Opinion, answer: Answer): Comparison["line"] {
  const first = answer.errors[0]?.[0];
  if (first === undefined || opinion.line === undefined) return "none";
  return first === opinion.line ? "equal" : "different";
}
