import type { UserMistake } from "./user-mistake.ts";

/** What was right in an older release, and words that mean something else now. */
export const oldLanguage: readonly UserMistake[] = [
  {
    title: "rules as they were written up to 6.3",
    wrong: `listen on lo
accept from any for domain "example.org" alias <aliases> deliver to maildir
accept for any relay
`,
    codes: ["legacy-grammar"],
    right: `listen on lo
table aliases file:/etc/mail/aliases
action "in" maildir alias <aliases>
action "out" relay
match from any for domain "example.org" action "in"
match for any action "out"
`,
  },
  {
    title: "the old words for a certificate",
    wrong: `pki mail.example.org certificate "/etc/ssl/mail.crt"
pki mail.example.org key "/etc/ssl/private/mail.key"
pki mail.example.org dhparams "/etc/ssl/dh.pem"
listen on 0.0.0.0 tls pki mail.example.org
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["legacy-pki-option"],
    right: `pki mail.example.org cert "/etc/ssl/mail.crt"
pki mail.example.org key "/etc/ssl/private/mail.key"
pki mail.example.org dhe auto
listen on 0.0.0.0 tls pki mail.example.org
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "mask-source instead of mask-src",
    wrong: `pki mail.example.org cert "/etc/ssl/mail.crt"
pki mail.example.org key "/etc/ssl/private/mail.key"
table users file:/etc/mail/credentials
listen on 0.0.0.0 port 587 tls-require pki mail.example.org auth <users> mask-source
action "out" relay
match from auth for any action "out"
`,
    codes: ["legacy-mask-source"],
    right: `pki mail.example.org cert "/etc/ssl/mail.crt"
pki mail.example.org key "/etc/ssl/private/mail.key"
table users file:/etc/mail/credentials
listen on 0.0.0.0 port 587 tls-require pki mail.example.org auth <users> mask-src
action "out" relay
match from auth for any action "out"
`,
  },
  {
    title: "an old option of a relay, and a scheme that never was",
    wrong: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+auth://home@smtp.example.net auth <secrets>
action "gate" relay hostname mail.example.org
match from local for domain "example.org" action "gate"
match from local for any action "out"
`,
    codes: ["legacy-relay-option", "invalid-relay-url"],
    right: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+tls://home@smtp.example.net auth <secrets>
action "gate" relay helo mail.example.org
match from local for domain "example.org" action "gate"
match from local for any action "out"
`,
  },
  {
    title: "settings that have other names today",
    wrong: `expire 4d
bounce-warn 1h, 6h
max-message-size 50M
action "out" relay
match from local for any action "out"
`,
    codes: ["legacy-global-option"],
    right: `queue ttl 4d
bounce warn-interval 1h, 6h
smtp max-message-size 50M
action "out" relay
match from local for any action "out"
`,
  },
  {
    title: "a filter as the drafts of 6.5 had it",
    wrong: `filter "names" builtin connect check-fcrdns disconnect "550 5.7.1 Mend your DNS"
listen on 0.0.0.0 filter "names"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["legacy-filter-builtin"],
    right: `filter "names" phase connect match !fcrdns disconnect "550 5.7.1 Mend your DNS"
listen on 0.0.0.0 filter "names"
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "single letters where names of values belong",
    wrong: `listen on 0.0.0.0
action "in" maildir "/srv/mail/%d/%a"
match from any for domain "example.org" action "in"
`,
    codes: ["legacy-format-specifier"],
    right: `listen on 0.0.0.0
action "in" maildir "/srv/mail/%{dest.domain}/%{dest.user}"
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "a word of relays as a statement of its own",
    wrong: `helo "[IPv6:2001:db8::25]"
action "out" relay
match from local for any action "out"
`,
    codes: ["unknown-directive"],
    right: `action "out" relay helo "[IPv6:2001:db8::25]"
match from local for any action "out"
`,
  },
  {
    title: "reserved words as names",
    wrong: `action relay relay
match from local for any action relay
`,
    codes: ["unquoted-reserved-word"],
    right: `action "relay" relay
match from local for any action "relay"
`,
  },
  {
    title: "a condition that is newer than the daemon",
    wrong: `listen on lo
action "in" maildir
match mail-from regex "^noreply@" for local reject
match for local action "in"
`,
    codes: ["requires-newer-version"],
    right: `listen on lo
action "in" maildir
match mail-from "noreply" for local reject
match for local action "in"
`,
    target: "6.4.2",
  },
];
