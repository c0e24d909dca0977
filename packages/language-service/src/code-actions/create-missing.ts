import {
  type Edit,
  type Diagnostic as Finding,
  type Line,
  type MatchDirective,
  type Option,
  type TablePlaceInfo,
  type Token,
  tablePlaces,
  textOf,
} from "smtpd-conf";
import { CodeActionKind } from "vscode-languageserver-types";
import { lineAt } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { insertionAbove } from "./statement-lines.ts";
import { isWrittenHere, optionsOf } from "./statement-parts.ts";

/** Defines a name that is used and not defined: a statement above the use, with something in it to begin with. */
export function createMissing({ snapshot, findings }: Place): readonly Offer[] {
  return findings.flatMap((finding) => {
    const missing = missingAt(snapshot, finding);
    if (missing === undefined) return [];
    const { noun, name, statement, line } = missing;
    const above = insertionAbove(snapshot, line, statement);
    if (above === undefined) return [];
    const edits = (): readonly Edit[] => [above];
    const title = `Define ${noun} "${name}"`;
    return [{ title, kind: CodeActionKind.QuickFix, edits, keeps: "findings", findings: [finding] }];
  });
}

interface Missing {
  readonly noun: string;
  readonly name: string;
  readonly line: Line;
  readonly statement: string;
}

function missingAt(snapshot: Snapshot, { code, span }: Finding): Missing | undefined {
  const noun = nouns.get(code);
  const line = noun === undefined ? undefined : lineAt(snapshot, span.start);
  const word = line?.tokens.find(({ source, start }) => source === span.source && start === span.start);
  if (noun === undefined || line === undefined || word === undefined || !isWrittenHere(snapshot, word))
    return undefined;
  const statement = statementFor(noun, line, word);
  return { noun, name: word.value, line, statement };
}

/** The checks that a definition helps, with what is to be defined. */
const nouns: ReadonlyMap<string, string> = new Map(
  ["action", "table", "filter", "proc", "pki", "ca"].map((noun) => [`undefined-${noun}`, noun]),
).set("undefined-wrapper", "mda wrapper");

function statementFor(noun: string, line: Line, word: Token): string {
  const name = textOf(word);
  const file = word.value.replace(/[^\w.-]+/g, "-");
  switch (noun) {
    case "action":
      return `action ${name} ${line.kind === "MatchDirective" && isForAny(line) ? "relay" : "maildir"}`;
    case "table":
      return `table ${name} ${contentFor(line, word, file)}`;
    case "filter":
      return `filter ${name} proc-exec "filter-${file}"`;
    case "proc":
      return `proc ${name} "filter-${file}"`;
    case "pki":
      return `pki ${name} cert "/etc/ssl/${file}.crt" key "/etc/ssl/private/${file}.key"`;
    case "ca":
      return `ca ${name} cert "/etc/ssl/cert.pem"`;
    default:
      return `mda wrapper ${name} "/usr/local/bin/${file} %{mda}"`;
  }
}

/** Mail that a rule takes for any domain goes on to other hosts. */
function isForAny({ conditions }: MatchDirective): boolean {
  return conditions.some(({ scope, name }) => scope?.value === "for" && name === "any");
}

/** Entries of the kind and form that the place asks for; secrets have a file of their own. */
function contentFor(line: Line, word: Token, file: string): string {
  const option = optionsOf(line).find(({ argument }) => argument?.kind === "TableReference" && argument.name === word);
  const place = option?.info.place;
  const info: TablePlaceInfo | undefined = place === undefined ? undefined : tablePlaces[place];
  if (option === undefined || info === undefined) return `file:/etc/mail/${file}`;
  const [service] = info.services;
  const key = keys[service ?? ""];
  if (service === "credentials" || key === undefined) return `file:/etc/mail/${file}`;
  return `{ ${info.kinds[0] === "list" ? key : (entries[option.name] ?? `${key} = ${key}`)} }`;
}

/** What a list can hold by the service that it is asked for. */
const keys: Readonly<Record<string, string>> = {
  alias: "root",
  userinfo: "user",
  addrname: "192.0.2.1",
  source: "192.0.2.1",
  netaddr: "192.0.2.1",
  relayhost: '"smtp://mail.example.org"',
  string: "name",
  domain: "example.org",
  mailaddr: '"user@example.org"',
  mailaddrmap: "user",
};

/** An entry of a mapping by the option that it is for. */
const entries: Partial<Readonly<Record<Option["name"], string>>> = {
  alias: '"root" = "admin"',
  virtual: '"info@example.org" = "user"',
  userbase: '"user" = "1000:1000:/home/user"',
  "helo-src": '"192.0.2.1" = "mail.example.org"',
  hostnames: '"192.0.2.1" = "mail.example.org"',
  domain: '"example.org" = "smtp://mail.example.org"',
  senders: '"user" = "user@example.org"',
};
