import type { Release } from "./context.ts";

// This list is on purpose not the one of the library: a mistake in one of them must show.
const since64 =
  "action alias any auth auth-optional backup bounce ca cert ciphers compression dhe domain encryption expand-only " +
  "filter for forward-only from helo helo-src host hostname hostnames include inet4 inet6 junk key limit listen lmtp " +
  "local mail-from maildir mask-src masquerade match max-deferred max-message-size mbox mda mta mx no-dsn no-verify on " +
  "pki port queue rcpt-to received-auth recipient reject relay scheduler senders smtp smtps socket src sub-addr-delim " +
  "table tag tagged tls tls-require ttl user userbase verify virtual warn-interval wrapper";
const since66 =
  "chain chroot commit connect data data-line disconnect ehlo fcrdns group noop phase proc proc-exec proxy-v2 quit " +
  "rdns regex report rewrite rset smtp-in smtp-out srs";

const additions: readonly (readonly [since: Release, words: string])[] = [
  ["6.4", since64],
  ["6.6", since66],
  ["6.7", "bypass"],
  ["6.8", "admd"],
  ["7.3", "protocols"],
];

const remembered = new Map<Release, readonly string[]>();

/** The words that this release reserves. */
export function reservedWords(release: Release): readonly string[] {
  const known = remembered.get(release) ?? collect(release);
  remembered.set(release, known);
  return known;
}

function collect(release: Release): readonly string[] {
  const words = additions
    .filter(([since]) => Number(since) <= Number(release))
    .flatMap(([, addition]) => addition.split(" "));
  return release === "6.4" ? [...words, "to"] : words;
}

/** Every word that some release reserves, and the words of older dialects. */
export const knownWords: readonly string[] = [
  ...reservedWords("7.9"),
  ..."to accept deliver expire set via as source sender tagged secure builtin mask-source certificate all".split(" "),
];
