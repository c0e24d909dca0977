import {
  type Continuation,
  delayUnits,
  dheModes,
  mailPorts,
  type OptionInfo,
  parseTableConfig,
  type SettingInfo,
  settingName,
  sizeUnits,
  speaksOldTls,
  tableBackends,
  tlsVersions,
  type UnitInfo,
  type ValueSyntax,
  valueSyntaxes,
} from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import { filterOffers, memberOffers } from "./filter-offers.ts";
import { formatOffers } from "./format-offers.ts";
import { hostNameOffers, interfaceOffers, userOffers } from "./known-values.ts";
import { limitOffers, limitValueOffers } from "./limit-offers.ts";
import { missingMacroOffers } from "./macro-offers.ts";
import { missingNameOffers, nameOffers } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import { pathOffers } from "./path-offers.ts";
import type { Slot } from "./slot.ts";
import { tableOffers } from "./table-offers.ts";
import { urlOffers } from "./url-offers.ts";

/** What a string, a number or a table can be at the cursor, as far as something is known of it. */
export function valueOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  slot: Slot,
  { expected }: Continuation,
): readonly Offer[] {
  switch (slot.kind) {
    case "option":
      return optionOffers(snapshot, cursor, slot, expected);
    case "suffix":
    case "domain":
      return hostNameOffers(snapshot, cursor);
    case "setting":
      return settingOffers(cursor, slot.info);
    case "definition":
      return missingNameOffers(snapshot, slot.space);
    case "reference":
      return nameOffers(snapshot, cursor, slot.space);
    case "chain":
      return memberOffers(snapshot, cursor);
    case "limit":
      return expected.string ? limitOffers(slot.scope, cursor) : limitValueOffers(slot.scope, cursor);
    case "interface":
      return interfaceOffers(snapshot, cursor);
    case "config":
      return configOffers(snapshot, cursor);
    case "path":
      return pathOffers(snapshot, cursor, { relative: cursor.before[0]?.value === "include" });
    case "command":
      return commandOffers(snapshot, cursor);
    case "wrapper-command":
      return formatOffers(cursor, true) ?? commandOffers(snapshot, cursor);
    case "delay":
      return unitOffers(cursor, delayUnits, "4h");
    case "macro-name":
      return missingMacroOffers(snapshot);
    case "entry":
      return entryOffers(snapshot, cursor, slot);
    default:
      return [];
  }
}

function optionOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  slot: Extract<Slot, { kind: "option" }>,
  expected: Continuation["expected"],
): readonly Offer[] {
  const { info, form, regex } = slot;
  const format =
    info.name === "mda" || info.name === "maildir" || info.name === "lmtp" ? formatOffers(cursor, false) : undefined;
  if (format !== undefined) return format;
  if (info.argument === "filters") {
    return form === "plain" ? filterOffers(snapshot, cursor) : memberOffers(snapshot, cursor);
  }
  if (info.refersTo !== undefined) return nameOffers(snapshot, cursor, info.refersTo);
  if (info.argument === "port") return portOffers(cursor, expected);
  if (info.argument !== "table") return syntaxOffers(snapshot, cursor, info);
  const isTyped = cursor.word.kind === "quoted" || cursor.word.typed.includes("://");
  const takesTable = form === "name" || (form === "plain" && !isTyped);
  const tables = takesTable ? tableOffers(snapshot, cursor, slot) : [];
  return form === "name" || regex ? tables : [...tables, ...singleValueOffers(snapshot, cursor, slot)];
}

/** Values that can stand in the place of a table. */
function singleValueOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  { info, form }: Extract<Slot, { kind: "option" }>,
): readonly Offer[] {
  if (info.place === "match tag") return nameOffers(snapshot, cursor, "tag");
  if (info.place === "relay host") return urlOffers(snapshot, cursor);
  return info.place === "relay domain" && form === "value" ? urlOffers(snapshot, cursor) : [];
}

/** Values of a form that the catalogue knows. */
function syntaxOffers(snapshot: Snapshot, cursor: Cursor, info: OptionInfo): readonly Offer[] {
  switch (info.syntax) {
    case "delay":
      return unitOffers(cursor, delayUnits, "4d");
    case "path":
      return info.name === "maildir" && cursor.word.typed === "" ? [exampleOf(info)] : pathOffers(snapshot, cursor);
    case "directory":
      return pathOffers(snapshot, cursor);
    case "destination":
    case "command":
      return commandOffers(snapshot, cursor);
    case "dhe mode":
      return dheModes.map((mode) => ({
        label: mode,
        kind: CompletionItemKind.EnumMember,
        write: "string",
        detail: "mode",
      }));
    case "protospec":
      return protocolOffers(cursor);
    case "tag":
      return missingNameOffers(snapshot, "tag");
    case "hostname":
      return hostNameOffers(snapshot, cursor);
    case "user":
    case "group":
      return userOffers(snapshot, cursor, info);
    default:
      return info.syntax === undefined || cursor.word.typed !== "" ? [] : exampleOffers(info.syntax);
  }
}

function exampleOf({ name, default: usual = "~/Maildir" }: OptionInfo): Offer {
  return { label: usual, kind: CompletionItemKind.Value, write: "string", detail: `default of ${name}` };
}

/** A value as the manual shows it, where there is little choice in its form. */
function exampleOffers(syntax: ValueSyntax): readonly Offer[] {
  const info = valueSyntaxes.find(({ name }) => name === syntax);
  if (info === undefined || !["reply", "cipherspec", "character"].includes(syntax)) return [];
  const text = info.example.replace(/^"(.*)"$/, "$1");
  const data = { of: "syntax", name: syntax } as const;
  return [{ label: text, kind: CompletionItemKind.Value, write: "string", detail: "example", data }];
}

function settingOffers(cursor: Cursor, info: SettingInfo): readonly Offer[] {
  if (info.syntax === "delay") return unitOffers(cursor, delayUnits, info.default ?? "4d");
  if (info.syntax === "size") return unitOffers(cursor, sizeUnits, info.default ?? "35M");
  if (cursor.word.typed !== "") return [];
  if (info.argument === "number" && info.default !== undefined) return [numberOffer(info.default, settingName(info))];
  return info.syntax === undefined ? [] : exampleOffers(info.syntax);
}

function numberOffer(text: string, name: string): Offer {
  return { label: text, kind: CompletionItemKind.Value, write: "text", detail: `default of ${name}` };
}

/** The number that stands there with each of the units behind it; where there is none, what is usual. */
function unitOffers({ word }: Cursor, units: readonly UnitInfo[], usual: string): readonly Offer[] {
  const number = /^\d+(?:\.\d*)?/.exec(word.typed)?.[0];
  if (number === undefined) {
    if (word.typed !== "") return [];
    return [{ label: usual, kind: CompletionItemKind.Value, write: "string", detail: "usual value" }];
  }
  return units.map(({ letter, name }) => ({
    label: `${number}${letter}`,
    kind: CompletionItemKind.Unit,
    write: "string",
    detail: name,
  }));
}

/** The ports of mail; those whose names are reserved words of the target are offered as such. */
function portOffers({ word }: Cursor, { keywords }: Continuation["expected"]): readonly Offer[] {
  const numbers = [...new Set(mailPorts.map(({ port }) => port))];
  const names = mailPorts.map(({ name, port }) => ({
    label: name,
    kind: CompletionItemKind.Constant,
    write: "string" as const,
    detail: `port ${port}`,
    note: String(port),
    data: { of: "port", name } as const,
  }));
  if (word.kind === "quoted") return names;
  return [
    ...names.filter(({ label }) => !keywords.includes(label)),
    ...numbers.map((port) => ({
      label: String(port),
      kind: CompletionItemKind.Constant,
      write: "text" as const,
      detail: mailPorts.find((info) => info.port === port)?.name ?? "port",
      data: { of: "port", name: mailPorts.find((info) => info.port === port)?.name ?? "" } as const,
    })),
  ];
}

function configOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  const { typed, kind } = cursor.word;
  const { backend, path } = parseTableConfig(typed);
  if (typed.startsWith("/")) return pathOffers(snapshot, cursor);
  const info = tableBackends.find(({ name }) => name === backend);
  if (path !== undefined && info?.path !== undefined) return pathOffers(snapshot, cursor, { prefix: `${backend}:` });
  if (path !== undefined) return [];
  return tableBackends.map((one) => ({
    label: one.path === undefined ? one.name : `${one.name}:`,
    kind: CompletionItemKind.Module,
    write: kind === "quoted" ? "part" : "text",
    goesOn: one.path !== undefined,
    detail: one.origin === "program" ? "table program" : "kind of table",
    ...(one.path !== undefined && { usage: one.path.toUpperCase() }),
    data: { of: "backend", name: one.name },
  }));
}

/** An entry of a list: where it is known to be for relays, it is a URL. */
function entryOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  { table, form }: Extract<Slot, { kind: "entry" }>,
): readonly Offer[] {
  const uses = snapshot.model.tableUses.filter(
    ({ argument }) => argument.kind === "TableReference" && argument.name.value === table,
  );
  const isUrl = uses.some(({ place }) => place === (form === "value" ? "relay domain" : "relay host"));
  if (isUrl) return urlOffers(snapshot, cursor);
  const isTag = form === "key" && uses.some(({ place }) => place === "match tag");
  return isTag ? nameOffers(snapshot, cursor, "tag") : [];
}

/** A command can be the path of a program. */
function commandOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  return /^\/\S*$/.test(cursor.word.typed) ? pathOffers(snapshot, cursor) : [];
}

/** The versions of TLS, behind those that the string names already. */
function protocolOffers({ word, target }: Cursor): readonly Offer[] {
  const last = /[^,:]*$/.exec(word.typed)?.[0].trimStart() ?? "";
  const given = word.typed.slice(0, word.typed.length - last.length).toLowerCase();
  const start = word.start + word.typed.length - last.length;
  return tlsVersions
    .filter((version, index) => (index > 1 || speaksOldTls(target)) && !given.includes(version))
    .map((version) => ({
      label: version,
      kind: CompletionItemKind.EnumMember,
      ...(word.kind === "none" ? { write: "string" } : { write: "part", range: { start, end: word.end } }),
      detail: "version of TLS",
    }));
}
