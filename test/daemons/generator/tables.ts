import { chance, integer, pick, type Random } from "../../conformance/random.ts";
import * as values from "./values.ts";

/** What the entries of a table are meant for. */
export type Subject = keyof typeof entriesFor;

/** A table with a name. */
export interface DeclaredTable {
  readonly name: string;
  readonly subject: Subject;
  readonly mapping: boolean;
  readonly line: string;
}

const entriesFor = {
  network: values.networks,
  name: values.names,
  greeting: [...values.greetings, ...values.domainPatterns],
  domain: values.domainPatterns,
  address: values.addressEntries,
  tag: values.tagEntries,
  user: values.userEntries,
  pattern: values.patterns,
} as const;

export const subjects = Object.keys(entriesFor) as readonly Subject[];

/** Some tables with names; what is to stand in files is put into `files`. */
export function declareTables(random: Random, files: Map<string, string>): readonly DeclaredTable[] {
  return Array.from({ length: integer(random, 0, 3) }, (_, index) => {
    const subject = pick(random, subjects);
    const mapping = (subject === "address" || subject === "user") && chance(random, 0.3);
    const name = `t${index}`;
    const entries = entriesOf(random, subject);
    if (chance(random, 0.5)) return { name, subject, mapping, line: `table ${name} ${braced(entries, mapping)}` };
    const path = `/etc/mail/${name}`;
    files.set(path, fileText(random, entries, mapping));
    return { name, subject, mapping, line: `table ${name} "${path}"` };
  });
}

/** Entries for a subject: some of those that fit, seldom those that were meant for another. */
export function entriesOf(random: Random, subject: Subject): readonly string[] {
  const kind = chance(random, 0.03) ? pick(random, subjects) : subject;
  return Array.from({ length: integer(random, 1, 4) }, () => pick(random, entriesFor[kind]));
}

/** An inline table. In quotes a backslash stands for itself. */
export function braced(entries: readonly string[], mapping: boolean): string {
  return `{ ${entries.map((entry) => (mapping ? `"${entry}" = "x"` : `"${entry}"`)).join(", ")} }`;
}

// An entry without characters is an empty line, which is none, and smtpd refuses a bracket that is not closed. A list says
// that it is one, since a colon would make it a mapping.
function fileText(random: Random, entries: readonly string[], mapping: boolean): string {
  const lines = entries.filter((entry) => !/^$|^\[[^\]]*$/.test(entry) && !(mapping && /[:[]/.test(entry)));
  if (mapping) return [...lines, "nobody"].map((key) => `${key}${pick(random, [" ", "\t", ": "])}x\n`).join("");
  const spaced = lines.map((line) => (chance(random, 0.2) ? `\t${line}  ` : line));
  return ["# @list", "", "# entries", ...spaced, "nobody"].map((line) => `${line}\n`).join("");
}
