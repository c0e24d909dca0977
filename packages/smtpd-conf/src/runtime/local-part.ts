import { isAtLeast, newestRelease, type Release } from "../language/releases.ts";

const atom = /^[A-Za-z0-9!#$%&'*/?^`{|}~+=_-]+$/;
/** Characters that 7.9 no longer takes: a shell could take them for its own. */
const refusedSince79 = /[$`{|}]/;

/**
 * Whether smtpd takes a text as the part of an address before the `@` (`valid_localpart()` in util.c): words with single
 * dots between them, without quotes and without characters beyond ASCII. From 7.9 on, fewer characters are allowed.
 */
export function isLocalPart(text: string, target: Release = newestRelease): boolean {
  if (isAtLeast(target, "7.9") && refusedSince79.test(text)) return false;
  return text.split(".").every((word) => atom.test(word));
}
