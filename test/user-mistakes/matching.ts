import { machineWith } from "../../packages/smtpd-conf/src/linter/testing.ts";
import type { UserMistake } from "./user-mistake.ts";

const pki = `pki "mail.example.org" cert "/etc/ssl/mail.example.org.crt"
pki "mail.example.org" key "/etc/ssl/private/mail.example.org.key"
`;

/** Rules that match other mail than they seem to. */
export const matching: readonly UserMistake[] = [
  {
    title: "mail of the world that only this machine can send",
    wrong: `listen on 0.0.0.0
action "in" maildir
match for domain "example.org" action "in"
`,
    codes: ["implicit-from-local"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "a network that may relay, but to nowhere",
    wrong: `listen on 0.0.0.0
action "out" relay
match from src "10.0.0.0/24" action "out"
match from local for any action "out"
`,
    codes: ["implicit-for-local"],
    right: `listen on 0.0.0.0
action "out" relay
match from src "10.0.0.0/24" for any action "out"
match from local for any action "out"
`,
  },
  {
    title: "logged-in users, and from left at its default",
    wrong: `${pki}listen on 0.0.0.0 port 465 smtps pki "mail.example.org" auth
action "out" relay
match auth for any action "out"
match for any action "out"
`,
    codes: ["auth-match-implies-local"],
    right: `${pki}listen on 0.0.0.0 port 465 smtps pki "mail.example.org" auth
action "out" relay
match from auth for any action "out"
match for any action "out"
`,
  },
  {
    title: "relay for all, to make sending work",
    wrong: `listen on 0.0.0.0
action "local" mbox
action "relay" relay
match from any for local action "local"
match from any for any action "relay"
`,
    codes: ["open-relay"],
    right: `listen on 0.0.0.0
action "local" mbox
action "relay" relay
match from any for local action "local"
match from local for any action "relay"
`,
  },
  {
    title: "relay for senders of the company",
    wrong: `listen on 0.0.0.0
action "gate" relay host smtp+tls://gate.example.org
match from mail-from "@example.org" for any action "gate"
`,
    codes: ["sender-spoof-relay"],
    right: `listen on 0.0.0.0
action "gate" relay host smtp+tls://gate.example.org
match from src "10.1.0.0/16" mail-from "@example.org" for any action "gate"
match from local for any action "gate"
`,
  },
  {
    title: "the general rule before the special one",
    wrong: `action "out" relay
action "gate" relay host smtp+tls://gate.example.org
match from local for any action "out"
match from local for domain "example.com" action "gate"
`,
    codes: ["unreachable-match"],
    right: `action "out" relay
action "gate" relay host smtp+tls://gate.example.org
match from local for domain "example.com" action "gate"
match from local for any action "out"
`,
  },
  {
    title: "aliases given to a relay",
    wrong: `table aliases file:/etc/mail/aliases
listen on 0.0.0.0
action "out" relay alias <aliases>
match from local for any action "out"
`,
    codes: ["alias-on-relay"],
    right: `table aliases file:/etc/mail/aliases
action "expand" expand-only alias <aliases>
action "out" relay
match from local for local action "expand"
match from local for any action "out"
`,
  },
  {
    title: "a mapping of aliases as a list of recipients, in an older release",
    wrong: `table aliases { "sales" = "alice", "help" = "bob" }
action "in" maildir alias <aliases>
match from any for rcpt-to <aliases> action "in"
`,
    codes: ["table-kind-mismatch"],
    right: `table aliases { "sales" = "alice", "help" = "bob" }
table names { "sales@example.org", "help@example.org" }
listen on 0.0.0.0
action "in" maildir alias <aliases>
match from any for rcpt-to <names> action "in"
`,
    target: "7.4",
  },
  {
    title: "only mail that comes through TLS",
    wrong: `${pki}listen on 0.0.0.0 tls pki "mail.example.org"
action "in" maildir
match tls from any for domain "example.org" action "in"
match from any for domain "example.org" reject
`,
    codes: ["tls-condition-tempfails"],
    right: `${pki}listen on 0.0.0.0 tls pki "mail.example.org"
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "a tag that no listener sets, and one that no rule asks for",
    wrong: `listen on lo
listen on lo port 10028 tag SIGNED
action "sign" relay host smtp://127.0.0.1:10027
action "out" relay
match tag DKIM for any action "out"
match for any action "sign"
`,
    codes: ["tag-never-set", "tag-never-matched"],
    right: `listen on lo
listen on lo port 10028 tag DKIM
action "sign" relay host smtp://127.0.0.1:10027
action "out" relay
match tag DKIM for any action "out"
match for any action "sign"
`,
  },
  {
    title: "mail that goes round between smtpd and the program that signs it",
    wrong: `listen on lo
listen on lo port 10028 tag DKIM
action "sign" relay host smtp://127.0.0.1:10027
action "out" relay
match for any action "sign"
match tag DKIM for any action "out"
`,
    codes: ["content-filter-loop"],
    right: `listen on lo
listen on lo port 10028 tag DKIM
action "sign" relay host smtp://127.0.0.1:10027
action "out" relay
match tag DKIM for any action "out"
match for any action "sign"
`,
  },
  {
    title: "a wildcard for all names below a domain",
    wrong: `listen on 0.0.0.0
action "in" maildir
match from any for domain "*.example.org" action "in"
match from any for domain "a.b.example.org" action "in"
`,
    codes: ["wildcard-depth"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any for domain regex "(^|[.])example[.]org$" action "in"
`,
  },
  {
    title: "patterns of domains and of addresses taken for one another",
    wrong: `listen on 0.0.0.0
action "in" maildir
match from any for domain "@example.org" action "in"
match from any rcpt-to "example.com" for domain "example.com" action "in"
match from any mail-from "*@example.net" for domain "example.net" action "in"
`,
    codes: ["domain-pattern-has-at", "mailaddr-pattern-bare-domain", "mailaddr-pattern-wildcard-user"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any for domain "example.org" action "in"
match from any rcpt-to "@example.com" for domain "example.com" action "in"
match from any mail-from "@example.net" for domain "example.net" action "in"
`,
  },
  {
    title: "regular expressions without the word, with a star of the shell, and without an end",
    wrong: `listen on 0.0.0.0
action "in" maildir
match from any mail-from "^news@.*[.]example[.]net$" for domain "example.org" reject
match from any for domain regex "*.example.com" action "in"
match from any for domain regex "example.org" action "in"
`,
    codes: ["regex-without-keyword", "glob-in-regex", "regex-unanchored"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any mail-from regex "^news@.*[.]example[.]net$" for domain "example.org" reject
match from any for domain regex "[.]example[.]com$" action "in"
match from any for domain regex "^example[.]org$" action "in"
`,
  },
  {
    title: "expressions in a database, which knows no expressions",
    wrong: `table hosts db:/etc/mail/hosts.db
listen on 0.0.0.0
action "in" maildir
match from rdns regex <hosts> for domain "example.org" reject
match from any for domain "example.org" action "in"
`,
    codes: ["regex-db-table"],
    right: `table hosts file:/etc/mail/hosts
listen on 0.0.0.0
action "in" maildir
match from rdns regex <hosts> for domain "example.org" reject
match from any for domain "example.org" action "in"
`,
    target: "6.8.0",
    machine: machineWith({}),
  },
  {
    title: "all senders but one turned away",
    wrong: `filter "spoof" phase mail-from match !mail-from "alice@example.org" reject "550 5.7.1 Not you"
listen on 0.0.0.0 filter "spoof"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["overlapping-negation"],
    right: `filter "spoof" phase mail-from match mail-from "alice@example.org" reject "550 5.7.1 Not you"
listen on 0.0.0.0 filter "spoof"
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
];
