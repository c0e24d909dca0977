import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Locate } from "../included-files.ts";

/** The users and groups of a system; undefined for a name of which nothing can be said. */
export interface Accounts {
  readonly hasUser: (name: string) => boolean | undefined;
  readonly hasGroup: (name: string) => boolean | undefined;
}

/** The names in the text of a passwd(5) or group(5) file: the first field of each line. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = text.split("\n").map((line) => /^[^:#]+(?=:)/.exec(line)?.[0] ?? "");
  return new Set(names.filter((name) => name !== ""));
}

/** The accounts of this machine, those of directory services too, as getpwnam(3) and getgrnam(3) find them. */
export function openAccounts(): Accounts {
  return {
    hasUser: remembered((name) => answerOf(1, "id", "-u", name)),
    hasGroup: remembered((name) => answerOf(2, "getent", "group", name)),
  };
}

/**
 * The accounts in the files of a tree. Nothing is said of a name that is not there where the tree has no such file or the
 * system that it belongs to also asks a directory service.
 */
export function openAccountFiles(locate: Locate): Accounts {
  const read = (path: string) => readText(locate(path));
  const sources = read("/etc/nsswitch.conf") ?? "";
  const inFile = (path: string, database: string) => {
    const text = read(path);
    const names = namesIn(text ?? "");
    const complete = text !== undefined && !asksElsewhere(sources, database);
    return (name: string) => names.has(name) || (complete ? false : undefined);
  };
  return { hasUser: inFile("/etc/passwd", "passwd"), hasGroup: inFile("/etc/group", "group") };
}

/** Whether nsswitch.conf(5) names a source of accounts besides the files. */
export function asksElsewhere(text: string, database: string): boolean {
  const line = text.split("\n").find((candidate) => candidate.trimStart().startsWith(`${database}:`)) ?? "";
  const sources = line
    .replace(/#.*/, "")
    .replace(/\[[^\]]*\]/g, " ")
    .split(/[\s:]+/)
    .slice(1);
  return sources.some((source) => source !== "" && !["files", "compat", "db", "systemd"].includes(source));
}

function remembered(ask: (name: string) => boolean | undefined): (name: string) => boolean | undefined {
  const answers = new Map<string, boolean | undefined>();
  return (name) => {
    if (!answers.has(name)) answers.set(name, ask(name));
    return answers.get(name);
  };
}

/**
 * What the exit status of a program says of the name that it is given last: 0 is yes, and one number is no. Undefined where
 * the machine does not have the program, and for a name that it would take for an option.
 */
function answerOf(no: number, program: string, ...parameters: string[]): boolean | undefined {
  if (/^-|\0/.test(parameters.at(-1) ?? "")) return undefined;
  const { status } = spawnSync(program, parameters, { stdio: "ignore", timeout: 5000 });
  return status === 0 || (status === no ? false : undefined);
}

function readText(place: string | undefined): string | undefined {
  try {
    return place === undefined ? undefined : readFileSync(place, "latin1");
  } catch {
    return undefined;
  }
}
