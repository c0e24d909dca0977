import { expect, test } from "vitest";
import { isKeyword, keywordNames, reservedWords } from "./keywords.ts";
import { isAtLeast, type Release, releases } from "./releases.ts";

interface ReservedWords {
  readonly count: number;
  readonly words: string;
}

/** What smtpd's parse.y reserves, by the release that changed the list. */
const expected: Readonly<Partial<Record<Release, ReservedWords>>> = {
  "6.4.0": {
    count: 75,
    words: `
      action alias any auth auth-optional backup bounce ca cert ciphers compression dhe domain encryption expand-only
      filter for forward-only from helo helo-src host hostname hostnames include inet4 inet6 junk key limit listen
      lmtp local mail-from maildir mask-src masquerade match max-deferred max-message-size mbox mda mta mx no-dsn
      no-verify on pki port queue rcpt-to received-auth recipient reject relay scheduler senders smtp smtps socket src
      sub-addr-delim table tag tagged tls tls-require to ttl user userbase verify virtual warn-interval wrapper
    `,
  },
  "6.6.0": {
    count: 98,
    words: `
      action alias any auth auth-optional backup bounce ca cert chain chroot ciphers commit compression connect data
      data-line dhe disconnect domain ehlo encryption expand-only fcrdns filter for forward-only from group helo
      helo-src host hostname hostnames include inet4 inet6 junk key limit listen lmtp local mail-from maildir mask-src
      masquerade match max-deferred max-message-size mbox mda mta mx no-dsn no-verify noop on phase pki port proc
      proc-exec proxy-v2 queue quit rcpt-to rdns received-auth recipient regex reject relay report rewrite rset
      scheduler senders smtp smtp-in smtp-out smtps socket src srs sub-addr-delim table tag tagged tls tls-require ttl
      user userbase verify virtual warn-interval wrapper
    `,
  },
  "6.7.1": {
    count: 99,
    words: `
      action alias any auth auth-optional backup bounce bypass ca cert chain chroot ciphers commit compression connect
      data data-line dhe disconnect domain ehlo encryption expand-only fcrdns filter for forward-only from group helo
      helo-src host hostname hostnames include inet4 inet6 junk key limit listen lmtp local mail-from maildir mask-src
      masquerade match max-deferred max-message-size mbox mda mta mx no-dsn no-verify noop on phase pki port proc
      proc-exec proxy-v2 queue quit rcpt-to rdns received-auth recipient regex reject relay report rewrite rset
      scheduler senders smtp smtp-in smtp-out smtps socket src srs sub-addr-delim table tag tagged tls tls-require ttl
      user userbase verify virtual warn-interval wrapper
    `,
  },
  "6.8.0": {
    count: 100,
    words: `
      action admd alias any auth auth-optional backup bounce bypass ca cert chain chroot ciphers commit compression
      connect data data-line dhe disconnect domain ehlo encryption expand-only fcrdns filter for forward-only from
      group helo helo-src host hostname hostnames include inet4 inet6 junk key limit listen lmtp local mail-from
      maildir mask-src masquerade match max-deferred max-message-size mbox mda mta mx no-dsn no-verify noop on phase
      pki port proc proc-exec proxy-v2 queue quit rcpt-to rdns received-auth recipient regex reject relay report
      rewrite rset scheduler senders smtp smtp-in smtp-out smtps socket src srs sub-addr-delim table tag tagged tls
      tls-require ttl user userbase verify virtual warn-interval wrapper
    `,
  },
  "7.3": {
    count: 101,
    words: `
      action admd alias any auth auth-optional backup bounce bypass ca cert chain chroot ciphers commit compression
      connect data data-line dhe disconnect domain ehlo encryption expand-only fcrdns filter for forward-only from
      group helo helo-src host hostname hostnames include inet4 inet6 junk key limit listen lmtp local mail-from
      maildir mask-src masquerade match max-deferred max-message-size mbox mda mta mx no-dsn no-verify noop on phase
      pki port proc proc-exec protocols proxy-v2 queue quit rcpt-to rdns received-auth recipient regex reject relay
      report rewrite rset scheduler senders smtp smtp-in smtp-out smtps socket src srs sub-addr-delim table tag tagged
      tls tls-require ttl user userbase verify virtual warn-interval wrapper
    `,
  },
};

/** The list that holds in a release: that of the newest release up to it which changed the list. */
function expectedFor(target: Release): ReservedWords {
  const changed = releases.findLast((release) => expected[release] !== undefined && isAtLeast(target, release));
  return expected[changed as Release] as ReservedWords;
}

test.each(releases)("%s reserves the words of its parse.y", (target) => {
  const { count, words } = expectedFor(target);
  const list = words.trim().split(/\s+/);
  expect(list).toHaveLength(count);
  expect([...reservedWords(target)].sort()).toEqual(list);
});

test("the words stand in alphabetical order", () => expect(keywordNames).toEqual([...keywordNames].sort()));

test("only `to` was ever freed again", () => {
  const lost = reservedWords("6.4.0").filter((word) => !reservedWords("7.9").includes(word));
  expect(lost).toEqual(["to"]);
});

test.each(["listen", "to", "protocols"])("%s is a keyword of some release", (word) =>
  expect(isKeyword(word)).toBe(true),
);

test.each(["accept", "file", "submission", "Listen", "", "constructor"])("%j is none", (word) =>
  expect(isKeyword(word)).toBe(false),
);
