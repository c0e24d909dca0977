import {
  delayUnits,
  dheModes,
  type OptionInfo,
  type SettingInfo,
  settingName,
  sizeUnits,
  speaksOldTls,
  tlsVersions,
  type ValueSyntax,
  valueSyntaxes,
} from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import { hostNameOffers, userOffers } from "./known-values.ts";
import { missingNameOffers } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import { pathOffers } from "./path-offers.ts";
import { unitOffers } from "./unit-offers.ts";

/** The values of an option whose form the catalogue knows. */
export function syntaxOffers(snapshot: Snapshot, cursor: Cursor, info: OptionInfo): readonly Offer[] {
  switch (info.syntax) {
    case "delay":
      return unitOffers(cursor, delayUnits, "4d");
    case "path":
      return info.name === "maildir" && isEmpty(cursor) ? [exampleOf(info)] : pathOffers(snapshot, cursor);
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
      return missingNameOffers(snapshot, cursor, "tag");
    case "hostname":
      return hostNameOffers(snapshot, cursor);
    case "user":
    case "group":
      return userOffers(snapshot, cursor, info);
    default:
      return info.syntax === undefined || !isEmpty(cursor) ? [] : exampleOffers(info.syntax);
  }
}

/** Whether nothing of a value stands there yet. */
function isEmpty({ word }: Cursor): boolean {
  return word.typed === "" && word.rest === "";
}

/** The values of a setting. */
export function settingOffers(cursor: Cursor, info: SettingInfo): readonly Offer[] {
  if (info.syntax === "delay") return unitOffers(cursor, delayUnits, info.default ?? "4d");
  if (info.syntax === "size") return unitOffers(cursor, sizeUnits, info.default ?? "35M");
  if (!isEmpty(cursor)) return [];
  if (info.argument === "number" && info.default !== undefined) return [numberOffer(info.default, settingName(info))];
  return info.syntax === undefined ? [] : exampleOffers(info.syntax);
}

function numberOffer(text: string, name: string): Offer {
  return { label: text, kind: CompletionItemKind.Value, write: "text", detail: `default of ${name}` };
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

/** A command can be the path of a program. */
export function commandOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  return /^\/\S*$/.test(cursor.word.typed) ? pathOffers(snapshot, cursor) : [];
}

/** The versions of TLS, behind those that the string names already. */
function protocolOffers({ word, target }: Cursor): readonly Offer[] {
  const last = /[^,:]*$/.exec(word.typed)?.[0].trimStart() ?? "";
  const given = word.typed.slice(0, word.typed.length - last.length).toLowerCase();
  const offset = word.start + word.typed.length;
  const range = { start: offset - last.length, end: offset + (/^[^,:]*/.exec(word.rest)?.[0].length ?? 0) };
  const goesOn = range.end < word.end;
  return tlsVersions
    .filter((version, index) => (index > 1 || speaksOldTls(target)) && !given.includes(version))
    .map((version) => ({
      label: version,
      kind: CompletionItemKind.EnumMember,
      ...(word.kind === "none" ? { write: "string" } : { write: "part", range, goesOn }),
      detail: "version of TLS",
    }));
}
