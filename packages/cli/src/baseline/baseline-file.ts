import type { Node } from "jsonc-parser";
import { indexLines, positionAt } from "../line-index.ts";
import { type Problem, readJson } from "../settings/read-json.ts";

/** A finding in a baseline. */
export interface KnownFinding {
  readonly code: string;
  /** `fingerprintOf`, with paths from the folder of the baseline. */
  readonly fingerprint: string;
  /** For people who read the file. */
  readonly message: string;
}

/** What a baseline holds: findings by the path of the configuration that was checked, from the folder of the baseline. */
export type BaselineContent = ReadonlyMap<string, readonly KnownFinding[]>;

/** Reads the text of a baseline. Gives sentences about what is wrong with it, each behind its `path:line:column`. */
export function readBaseline(path: string, text: string): BaselineContent | readonly string[] {
  const { root, problems: faults } = readJson(text);
  // What is wrong behind a first mistake is seldom one of its own.
  const problems: Problem[] = faults.slice(0, 1);
  const content = root !== undefined && problems.length === 0 ? contentOf(root, problems) : undefined;
  if (content !== undefined && problems.length === 0) return content;
  if (problems.length === 0) problems.push({ offset: 0, message: "The file is empty." });
  const index = indexLines({ text });
  return problems.map(({ offset, message }) => {
    const { line, column } = positionAt(index, offset);
    return `${path}:${line}:${column}: ${message}`;
  });
}

/**
 * The text of a baseline. Everything is sorted and each finding has a line of its own, so that two branches seldom change
 * the same one.
 */
export function printBaseline(content: BaselineContent): string {
  const files = [...content].filter(([, known]) => known.length > 0).sort(([a], [b]) => compare(a, b));
  const printed = files.map(([path, known]) => {
    const lines = [...known].sort(compareFindings).map((finding) => `      ${printFinding(finding)}`);
    return `    ${JSON.stringify(path)}: [\n${lines.join(",\n")}\n    ]`;
  });
  const all = printed.length === 0 ? "{}" : `{\n${printed.join(",\n")}\n  }`;
  return `{\n  "version": ${version},\n  "files": ${all}\n}\n`;
}

const version = 1;

function printFinding({ code, fingerprint, message }: KnownFinding): string {
  const fields = Object.entries({ code, fingerprint, message });
  return `{ ${fields.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(", ")} }`;
}

function compareFindings(a: KnownFinding, b: KnownFinding): number {
  return compare(a.code, b.code) || compare(a.message, b.message) || compare(a.fingerprint, b.fingerprint);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function contentOf(root: Node, problems: Problem[]): BaselineContent {
  const fields = propertiesOf(root);
  const [given, files] = [fields?.get("version"), fields?.get("files")];
  if (given === undefined) problems.push({ offset: root.offset, message: "This is no baseline: it has no version." });
  else if (given.value !== version) {
    const message = `This version of smtpd-lint reads baselines of version ${version} only.`;
    problems.push({ offset: given.offset, message });
  } else if (files?.type !== "object") {
    problems.push({
      offset: files?.offset ?? root.offset,
      message: '"files" must be an object: paths, each with findings.',
    });
  }
  if (files === undefined || problems.length > 0) return new Map();
  return new Map([...(propertiesOf(files) ?? [])].map(([path, list]) => [path, findingsOf(list, problems)]));
}

function findingsOf(list: Node, problems: Problem[]): readonly KnownFinding[] {
  if (list.type !== "array") problems.push({ offset: list.offset, message: "A list of findings is expected here." });
  return (list.children ?? []).flatMap((node) => findingOf(node, problems) ?? []);
}

function findingOf(node: Node, problems: Problem[]): KnownFinding | undefined {
  const fields = propertiesOf(node);
  const [code, fingerprint, message] = ["code", "fingerprint", "message"].map((name) => fields?.get(name)?.value);
  if (typeof code === "string" && typeof fingerprint === "string") {
    return { code, fingerprint, message: typeof message === "string" ? message : "" };
  }
  problems.push({ offset: node.offset, message: "A finding is an object with a code and a fingerprint." });
  return undefined;
}

function propertiesOf(node: Node): ReadonlyMap<string, Node> | undefined {
  if (node.type !== "object") return undefined;
  const pairs = (node.children ?? []).map(({ children = [] }) => children);
  return new Map(pairs.flatMap(([key, value]) => (key && value ? [[String(key.value), value] as const] : [])));
}
