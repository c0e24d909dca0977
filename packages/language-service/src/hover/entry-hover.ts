import {
  type LookupService,
  type LookupServiceInfo,
  lookupServices,
  type Option,
  optionServices,
  type Token,
} from "smtpd-conf";
import { type Block, code, manual, paragraph, prose } from "../markdown.ts";
import { networkHover } from "./network-hover.ts";
import { regexHover } from "./regex-hover.ts";
import { relayUrlHover } from "./relay-url-hover.ts";

/** What asks a table for something, and with which options beside it. */
export interface Asking {
  readonly services: readonly LookupService[];
  /** The options of the statement. */
  readonly options: readonly Option[];
}

/**
 * What an option asks its table for, first of all. Rules compare names of the reverse DNS as a whole, although they ask for
 * domains.
 */
export function askingOf({ info, regex }: Option, options: readonly Option[]): Asking {
  const isWhole = info.place === "match from rdns" && regex === undefined;
  return { services: isWhole ? ["string"] : optionServices(info, regex !== undefined).slice(0, 1), options };
}

/**
 * An entry of a table, or one part of it: what smtpd makes of it when it looks something up, else how such entries are
 * written.
 */
export function entryHover({ value: text }: Token, role: "key" | "value", asking: readonly Asking[]): readonly Block[] {
  const services = [...new Set(asking.flatMap((one) => one.services))];
  const options = asking.flatMap((one) => one.options);
  return services.flatMap((service) => {
    const reading = readingOf(text, role, service, options);
    return reading.length > 0 ? reading : [paragraph([manual(infoOf(service).manual)])];
  });
}

function infoOf(service: LookupService): LookupServiceInfo {
  return lookupServices.find(({ name }) => name === service) as LookupServiceInfo;
}

function readingOf(
  text: string,
  role: "key" | "value",
  service: LookupService,
  options: readonly Option[],
): readonly Block[] {
  const isKey = role === "key";
  switch (service) {
    case "regex":
      return isKey ? regexHover(text) : [];
    case "netaddr":
    case "source":
      return isKey ? networkHover(text) : [];
    case "relayhost":
      return isRelayUrl(role, options) ? relayUrlHover(text, options) : [];
    case "domain":
      return isKey ? domainHover(text) : [];
    case "mailaddr":
      return isKey ? addressHover(text) : [];
    default:
      return [];
  }
}

/** A list of `host` has URLs, a mapping of `domain` has them behind the domains. */
function isRelayUrl(role: "key" | "value", options: readonly Option[]): boolean {
  return role === (options.some(({ name }) => name === "domain") ? "value" : "key");
}

function domainHover(text: string): readonly Block[] {
  if (text.includes("@")) return [paragraph(prose`${code(text)} is no domain, so that it never matches one.`)];
  if (text === "*") return [paragraph(prose`Every domain.`)];
  const [, rest] = /^\*\.([^*]+)$/.exec(text) ?? [];
  if (rest !== undefined)
    return [paragraph(prose`Every name with one label before ${code(rest)}, but not ${code(rest)} itself.`)];
  return text.includes("*") ? [] : [paragraph(prose`${code(text)} alone, without what is below it.`)];
}

function addressHover(text: string): readonly Block[] {
  const at = text.lastIndexOf("@");
  const [user, domain] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  if (user.includes("*")) return [paragraph(prose`Users have no wildcards: ${code(text)} never matches.`)];
  if (user === "" && domain === "") return [paragraph(prose`Every address, also the empty sender of bounces.`)];
  if (user === "") return [paragraph(prose`Everybody at ${code(domain)}.`)];
  if (domain === "") return [paragraph(prose`The user ${code(user)} in any domain.`)];
  return [paragraph(prose`The address ${code(text)}.`)];
}
