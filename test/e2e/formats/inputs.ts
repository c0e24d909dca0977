import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Run, runCommand } from "../command.ts";

/** Names that some format could stumble over. Only NUL and "/" cannot stand in the name of a file. */
const hostileNames: readonly string[] = [
  "plain.conf",
  "with blank.conf",
  "50%,a:b.conf",
  "c:1:2: d.conf",
  "<tag> & \"quote' ]]>.conf",
  "caf\u00e9 \u{1f4ee}.conf",
  "line\nbreak\r.conf",
  "escape\u001b[31m\t.conf",
  "separator\u2028.conf",
  "back\\slash.conf",
  "#fragment?query.conf",
  "::error::.conf",
];

/** Texts that quote what no terminal, XML or log should get as it is, in a finding or in its place. */
const hostileTexts: Readonly<Record<string, string | Uint8Array>> = {
  "controls.conf": 'match for local action "\u0001\u001b[31m\u0085"\n',
  "directions.conf": 'match for local action "\u202eabc\u2066\ufeff"\n',
  "noncharacters.conf": 'match for local action "\ufffe\uffff\u{1fffe}"\n',
  "markup.conf": 'match for local action "]]> <b> & %0A::warning::,\'"\n',
  "returns.conf": "match for local action x\r\nmatch for local action y\r\n",
  "wide.conf": '# \u{1f4ee}\u{1f4ee}\n\t\u90f5 "\u{1f4ee}" \u90f5 match for local\n',
  "latin1.conf": Uint8Array.from([0x6d, 0xe9, 0xff, 0x20, 0x0a]),
  "mark.conf": '\ufeffaction "a" mbox\nmatch for local action "a"\n',
  "several-lines.conf": 'action "a" mbox\nmatch for local \\\n  action \\\n  "b" junk\ntable t {\n\n}\n',
  "no-newline.conf": "match for local action",
  "empty.conf": "",
  "nul.conf": "match\0for local\n",
  "aliases.conf": 'table aliases "/aliases"\naction "a" mbox alias <aliases>\nmatch action "a"\n',
  "including.conf": 'include "part,1.conf"\naction "a" mbox\nmatch for local action "a"\n',
  "including-too.conf": 'include "part,1.conf"\naction "b" mbox\nmatch for local action "b"\n',
};

/** A text with one finding, which has a way out. */
export const misspelledTable = 'table aliases { b }\naction "x" mbox alias <alises>\nmatch for local action "x"\n';

const refused = "match for local action x\n";

/** Files around them: what they include, and the file of a table. */
const others: Readonly<Record<string, string>> = {
  "part,1.conf": "queue ttl 1w\n",
  aliases: "# \u{1f4ee}\npostmaster: root\nroot : anna\n",
};

/** Files that do not exist, or are none. */
const unreadable: readonly string[] = ["nowhere, no: <file>.conf", "folder.conf/x"];

/** A folder full of them. */
export interface HostileFolder {
  readonly path: string;
  readonly names: readonly string[];
  readonly unreadable: readonly string[];
  readonly remove: () => void;
}

export function makeHostileFolder(): HostileFolder {
  const path = mkdtempSync(join(tmpdir(), "smtpd-lint-formats-"));
  mkdirSync(join(path, "folder.conf"));
  for (const name of hostileNames) writeFileSync(join(path, name), refused);
  for (const [name, text] of Object.entries({ ...hostileTexts, ...others })) writeFileSync(join(path, name), text);
  const names = [...hostileNames, ...Object.keys(hostileTexts)];
  return { path, names, unreadable, remove: () => rmSync(path, { recursive: true }) };
}

/** What the command says of all of these files, those that cannot be read included. */
export function runOnHostile(format: string, { path, names, unreadable }: HostileFolder): Run {
  return runCommand(["--format", format, "--root", ".", "--rules", "all", "--", ...names, ...unreadable], {
    cwd: path,
  });
}
