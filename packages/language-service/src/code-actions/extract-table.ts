import { type Edit, type InlineTable, type Line, type Option, textOf, type Word } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import { isAround, isMeant, type Place } from "./place.ts";
import { insertionAbove } from "./statement-lines.ts";
import { isWhole, isWrittenHere, optionsOf } from "./statement-parts.ts";
import { uniqueName } from "./unique-name.ts";

/** Gives a list, or a single value where a list could stand, a name: a table above the statement. */
export function extractTable(place: Place): readonly Offer[] {
  const { line, snapshot } = place;
  if (line === undefined || line.kind === "BrokenStatement" || !isWhole(snapshot, line)) return [];
  const option = optionsOf(line).find(({ argument }) => argument !== undefined && isAround(place, argument));
  const content = option && contentOf(place, option);
  if (option === undefined || content === undefined) return [];
  const name = nameFor(place, option);
  const offerOf = (title: string, uses: readonly ListUse[]): readonly Offer[] => {
    const edits = editsFor(snapshot, uses, `table ${name} ${content}`, `<${name}>`);
    return edits.length === 0 ? [] : [{ title, kind: "refactor.extract.table", edits: () => edits, keeps: "meaning" }];
  };
  const alike = usesLike(snapshot, option.argument as InlineTable | Word);
  return [
    ...offerOf(`Extract to table "${name}"`, [{ line, argument: option.argument as InlineTable | Word }]),
    ...(alike.length > 1 ? offerOf(`Extract ${alike.length} equal lists to table "${name}"`, alike) : []),
  ];
}

interface ListUse {
  readonly line: Line;
  readonly argument: InlineTable | Word;
}

/** The lists of the document with the same entries in the same order. */
function usesLike(snapshot: Snapshot, { kind, source, start, end }: InlineTable | Word): readonly ListUse[] {
  if (kind !== "InlineTable") return [];
  const text = source.text.slice(start, end);
  return snapshot.model.tableUses.flatMap(({ line, argument }) => {
    const isAlike =
      argument.kind === kind && argument.end - argument.start === end - start && textOf(argument) === text;
    return isAlike && line.kind !== "BrokenStatement" && isWhole(snapshot, line) ? [{ line, argument }] : [];
  });
}

/** What the table is to hold: the list as it stands, with its comments. */
function contentOf(place: Place, { info, argument }: Option): string | undefined {
  if (info.argument !== "table" || argument === undefined) return undefined;
  if (argument.kind === "InlineTable") return listText(argument);
  if (argument.kind !== "String" || !isMeant(place) || !isWrittenHere(place.snapshot, argument)) return undefined;
  return `{ ${textOf(argument as Word)} }`;
}

/** Undefined where a macro wrote a brace. */
function listText(list: InlineTable): string | undefined {
  const text = textOf(list);
  return text.startsWith("{") && text.endsWith("}") ? text : undefined;
}

/** The table above the first of the lists, and its name in the place of each. */
function editsFor(snapshot: Snapshot, uses: readonly ListUse[], table: string, name: string): readonly Edit[] {
  const [first] = uses;
  const above = first && insertionAbove(snapshot, first.line, table);
  if (above === undefined) return [];
  return [above, ...uses.map(({ argument: { source, start, end } }) => ({ span: { source, start, end }, text: name }))];
}

/** What the entries are, by the option that they are for; else the name of the option tells. */
const contents: Partial<Readonly<Record<Option["name"], string>>> = {
  domain: "domains",
  src: "sources",
  rdns: "hosts",
  helo: "greetings",
  "mail-from": "from-addresses",
  "rcpt-to": "to-addresses",
  auth: "users",
  alias: "aliases",
  virtual: "virtuals",
  userbase: "accounts",
  tag: "tags",
  senders: "user-senders",
  hostnames: "address-names",
  "helo-src": "helo-names",
  host: "relay-hosts",
};

function nameFor({ snapshot }: Place, { name }: Option): string {
  const tables = snapshot.model.symbols().get("table");
  return uniqueName(contents[name] ?? `${name}-table`, (one) => tables?.has(one) === true);
}
