import { foldCase, matchesFolded } from "./domain-pattern.ts";

/** A mail address, or an entry that stands for several; either part can be empty. */
export interface MailAddress {
  readonly user: string;
  readonly domain: string;
}

/** Splits at the last `@` (`text_to_mailaddr()` in to.c); a text without one is a user. */
export function splitMailAddress(text: string): MailAddress {
  const at = text.lastIndexOf("@");
  return at < 0 ? { user: text, domain: "" } : { user: text.slice(0, at), domain: text.slice(at + 1) };
}

/**
 * Whether an address is matched by an entry of a table of mail addresses (`mailaddr_match()` in util.c). An entry is
 * `user@domain`, `@domain`, `user` (in any domain), or `@` or nothing for everything; its domain may have wildcards. Without
 * the delimiter of sub-addresses (one character, `+` by default) in its user, the entry also stands for `user+tag`. The
 * null sender is the address `@`.
 */
export function matchesMailAddress(address: string, entry: string, delimiter = "+"): boolean {
  return matchesSplit(splitMailAddress(foldCase(address)), splitMailAddress(foldCase(entry)), delimiter);
}

/** The same for addresses that are split and lower-case already. */
export function matchesSplit(address: MailAddress, entry: MailAddress, delimiter: string): boolean {
  if (entry.domain !== "" && !matchesFolded(address.domain, entry.domain)) return false;
  if (entry.user === "") return true;
  const exact = entry.user.includes(delimiter);
  return entry.user === (exact ? address.user : withoutTag(address.user, delimiter));
}

/** `user+tag` without the tag. */
export function withoutTag(user: string, delimiter: string): string {
  const at = user.indexOf(delimiter);
  return at < 0 ? user : user.slice(0, at);
}
