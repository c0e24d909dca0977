import { machineWith } from "../../packages/smtpd-conf/src/linter/testing.ts";
import type { UserMistake } from "./user-mistake.ts";

const pki = `pki "mail.example.org" cert "/etc/ssl/mail.example.org.crt"
pki "mail.example.org" key "/etc/ssl/private/mail.example.org.key"
`;

/** Mistakes of which `smtpd -n` says "configuration OK". */
export const acceptedMistakes: readonly UserMistake[] = [
  {
    title: "everybody may relay",
    wrong: `listen on 0.0.0.0
action "relay" relay
match from any for any action "relay"
`,
    codes: ["open-relay"],
    right: `listen on 0.0.0.0
action "relay" relay
match from local for any action "relay"
`,
  },
  {
    title: "whoever claims to be the boss may relay",
    wrong: `listen on 0.0.0.0
action "relay" relay
match from mail-from "boss@example.com" for any action "relay"
`,
    codes: ["sender-spoof-relay"],
    right: `${pki}listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth
action "relay" relay
match from auth mail-from "boss@example.com" for any action "relay"
match from local for any action "relay"
`,
  },
  {
    title: "a rule for mail that came through TLS",
    wrong: `${pki}listen on 0.0.0.0 tls pki "mail.example.org"
action "in" maildir
match from any tls for domain "example.org" action "in"
`,
    codes: ["tls-condition-tempfails"],
    right: `${pki}listen on 10.0.0.1 tls-require pki "mail.example.org" tag SECURE
action "in" maildir
match from any tag SECURE for domain "example.org" action "in"
`,
  },
  {
    title: "users who have logged in, but only those on this machine",
    wrong: `${pki}listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth
action "out" relay
match auth for any action "out"
`,
    codes: ["auth-match-implies-local"],
    right: `${pki}listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth
action "out" relay
match from auth for any action "out"
`,
  },
  {
    title: "an old keyword behind auth that becomes the only user",
    wrong: `${pki}listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth mask-source
action "out" relay
match from auth for any action "out"
`,
    codes: ["auth-swallows-word"],
    right: `${pki}listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth mask-src
action "out" relay
match from auth for any action "out"
`,
  },
  {
    title: "a list of users where their passwords are needed",
    wrong: `${pki}table users { "alice", "bob" }
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth <users>
action "out" relay
match from auth for any action "out"
`,
    codes: ["listener-auth-not-credentials"],
    right: `${pki}table users file:/etc/mail/credentials
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth <users>
action "out" relay
match from auth for any action "out"
`,
    files: { "/etc/mail/credentials": "alice $2b$10$abcdefghijklmnopqrstuuvQ9aTjJ8sQm5c0b3vJ5Q7Qz6lq3mC4S\n" },
  },
  {
    title: "a tag with a letter too few",
    wrong: `listen on lo
listen on lo port 10028 tag DKIM
action "sign" relay host smtp://127.0.0.1:10027
action "out" relay
match tag DKM for any action "out"
match from local for any action "sign"
`,
    codes: ["tag-never-set"],
    right: `listen on lo
listen on lo port 10028 tag DKIM
action "sign" relay host smtp://127.0.0.1:10027
action "out" relay
match tag DKIM for any action "out"
match from local for any action "sign"
`,
  },
  {
    title: "a password table, and no label in the URL",
    wrong: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+tls://smtp.example.net:587 auth <secrets>
match from local for any action "out"
`,
    codes: ["relay-auth-without-label"],
    right: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+tls://home@smtp.example.net:587 auth <secrets>
match from local for any action "out"
`,
    files: { "/etc/mail/secrets": "home alice:correct-horse\n" },
  },
  {
    title: "a label in the URL, and no password table",
    wrong: `action "out" relay host smtp+tls://home@smtp.example.net:587
match from local for any action "out"
`,
    codes: ["relay-label-without-auth"],
    right: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+tls://home@smtp.example.net:587 auth <secrets>
match from local for any action "out"
`,
    files: { "/etc/mail/secrets": "home alice:correct-horse\n" },
  },
  {
    title: "a label that the password table does not have",
    wrong: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+tls://work@smtp.example.net:587 auth <secrets>
match from local for any action "out"
`,
    codes: ["credentials-label-missing"],
    right: `table secrets file:/etc/mail/secrets
action "out" relay host smtp+tls://home@smtp.example.net:587 auth <secrets>
match from local for any action "out"
`,
    files: { "/etc/mail/secrets": "home alice:correct-horse\n" },
  },
  {
    title: "relay URLs that smtpd cannot read",
    wrong: `table secrets { "home" = "alice:correct-horse" }
action "old" relay host tls://smtp.example.net
action "box" relay host lmtp://127.0.0.1
action "plain" relay host smtp://home@smtp.example.net auth <secrets>
match from local for domain "example.org" action "old"
match from local for domain "example.com" action "box"
match from local for any action "plain"
`,
    codes: ["legacy-relay-scheme", "invalid-relay-url", "relay-label-needs-tls"],
    right: `table secrets { "home" = "alice:correct-horse" }
action "old" relay host smtp+tls://smtp.example.net
action "box" relay host lmtp://127.0.0.1:24
action "plain" relay host smtp+tls://home@smtp.example.net auth <secrets>
match from local for domain "example.org" action "old"
match from local for domain "example.com" action "box"
match from local for any action "plain"
`,
  },
  {
    title: "a macro within the URL of a server",
    wrong: `server = "gate.example.org"
action "out" relay host smtp+tls://$server
match from local for any action "out"
`,
    codes: ["macro-in-word"],
    right: `server = "smtp+tls://gate.example.org"
action "out" relay host $server
match from local for any action "out"
`,
  },
  {
    title: "a macro within quotes",
    wrong: `listen on 0.0.0.0
domain_name = "example.org"
action "in" maildir
match from any for domain "$domain_name" action "in"
`,
    codes: ["macro-in-quotes"],
    right: `listen on 0.0.0.0
domain_name = "example.org"
action "in" maildir
match from any for domain $domain_name action "in"
`,
  },
  {
    title: "TLS both demanded and forbidden",
    wrong: `action "out" relay host smtp+notls://10.0.0.5 tls
match from local for any action "out"
`,
    codes: ["relay-tls-contradiction"],
    right: `action "out" relay host smtp://10.0.0.5 tls
match from local for any action "out"
`,
  },
  {
    title: "names and TLS versions of a relay that nobody has checked",
    wrong: `action "out" relay host smtps://gate.example.org pki office ca company protocols "tlsv9"
match from local for any action "out"
`,
    codes: ["relay-undefined-pki", "relay-undefined-ca", "invalid-tls-protocol"],
    right: `pki office cert "/etc/ssl/office.crt"
pki office key "/etc/ssl/private/office.key"
ca company cert "/etc/ssl/company.pem"
action "out" relay host smtps://gate.example.org pki office ca company protocols "tlsv1.3"
match from local for any action "out"
`,
  },
  {
    title: "a regular expression with a parenthesis left open",
    wrong: `listen on 0.0.0.0
action "in" maildir
match from any mail-from regex "^(noreply|news@.*" for domain "example.org" reject
match from any for domain "example.org" action "in"
`,
    codes: ["invalid-regex"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any mail-from regex "^(noreply|news)@.*" for domain "example.org" reject
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "domains with an @ in front or a whole address",
    wrong: `listen on 0.0.0.0
action "in" maildir
match from any for domain { "@example.org", "bob@example.com" } action "in"
`,
    codes: ["domain-pattern-has-at"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any for domain "example.org" action "in"
match from any for rcpt-to "bob@example.com" action "in"
`,
  },
  {
    title: "a name and a network that does not exist among addresses",
    wrong: `listen on 0.0.0.0
action "out" relay
match from src { "office.example.org", "10.0.0.0/33" } for any action "out"
`,
    codes: ["invalid-network-address"],
    right: `listen on 0.0.0.0
action "out" relay
match from src { "192.0.2.10", "10.0.0.0/24" } for any action "out"
`,
  },
  {
    title: "a refusal without a reply code",
    wrong: `filter "block" phase mail-from match mail-from "@spam.example" reject "go away"
listen on 0.0.0.0 filter "block"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["filter-reply-code"],
    right: `filter "block" phase mail-from match mail-from "@spam.example" reject "550 5.7.1 Go away"
listen on 0.0.0.0 filter "block"
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "a filter for the phase auth, which runs when clients connect",
    wrong: `filter "login" phase auth match !auth reject "550 5.7.1 Log in first"
listen on 0.0.0.0 filter "login"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["filter-phase-auth"],
    right: `${pki}filter "login" phase mail-from match !auth reject "550 5.7.1 Log in first"
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth-optional filter "login"
action "out" relay
match from auth for any action "out"
`,
  },
  {
    title: "friends who are let through when they connect, and checked a moment later",
    wrong: `table friends { "192.0.2.0/24" }
filter "friends" phase connect match src <friends> bypass
filter "senders" phase mail-from match mail-from "@spam.example" reject "550 5.7.1 Not from you"
listen on 0.0.0.0 filter { "friends", "senders" }
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["bypass-single-phase"],
    right: `table friends { "192.0.2.0/24" }
filter "friends" phase mail-from match src <friends> bypass
filter "senders" phase mail-from match mail-from "@spam.example" reject "550 5.7.1 Not from you"
listen on 0.0.0.0 filter { "friends", "senders" }
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "a rule for everything before all others",
    wrong: `listen on 0.0.0.0
action "in" maildir
match from any for any reject
match from any for domain "example.org" action "in"
`,
    codes: ["unreachable-match"],
    right: `listen on 0.0.0.0
action "in" maildir
match from any for domain "example.org" action "in"
match from any for any reject
`,
  },
  {
    title: "the same address and port twice",
    wrong: `listen on lo
listen on lo
action "local" mbox
match for local action "local"
`,
    codes: ["listener-conflict"],
    right: `listen on lo
listen on lo port 10025
action "local" mbox
match for local action "local"
`,
  },
  {
    title: "TLS from the first byte on port 25, and a submission port for everybody",
    wrong: `${pki}listen on 0.0.0.0 port 25 smtps pki "mail.example.org"
listen on 0.0.0.0 port 587
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["smtps-on-wrong-port", "submission-without-auth"],
    right: `${pki}listen on 0.0.0.0 port 25 tls pki "mail.example.org"
listen on 0.0.0.0 port 465 smtps pki "mail.example.org" auth
action "in" maildir
action "out" relay
match from any for domain "example.org" action "in"
match from auth for any action "out"
`,
  },
  {
    title: "a format specifier that does not exist",
    wrong: `listen on 0.0.0.0
action "in" maildir "/srv/mail/%{domain}/%{dest.user}"
match from any for domain "example.org" action "in"
`,
    codes: ["invalid-format-specifier"],
    right: `listen on 0.0.0.0
action "in" maildir "/srv/mail/%{dest.domain}/%{dest.user}"
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "double quotes within a command",
    wrong: String.raw`listen on 0.0.0.0
action "in" mda "/usr/local/bin/deliver -t \"new mail\" %{dest.user}"
match from any for domain "example.org" action "in"
`,
    codes: ["mda-inner-quotes"],
    right: `listen on 0.0.0.0
action "in" mda "/usr/local/bin/deliver -t 'new mail' %{dest.user}"
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "what a stranger wrote as a sender in a command, as it is",
    wrong: `listen on 0.0.0.0
action "in" mda "/usr/local/bin/deliver -f %{sender:raw}"
match from any for domain "example.org" action "in"
`,
    codes: ["raw-specifier"],
    right: `listen on 0.0.0.0
action "in" mda "/usr/local/bin/deliver -f %{mbox.from}"
match from any for domain "example.org" action "in"
`,
    target: "7.8",
  },
  {
    title: "users and groups that the system does not have",
    wrong: `filter "scan" proc-exec "filter-scan" user scanner group scanners
listen on 0.0.0.0 filter "scan"
action "in" maildir "/srv/mail/%{dest.user}" user vmial
match from any for domain "example.org" action "in"
`,
    codes: ["unknown-system-user"],
    right: `filter "scan" proc-exec "filter-scan" user _scan group _scan
listen on 0.0.0.0 filter "scan"
action "in" maildir "/srv/mail/%{dest.user}" user vmail
match from any for domain "example.org" action "in"
`,
    machine: machineWith(
      {},
      { hasUser: (name) => name === "vmail" || name === "_scan", hasGroup: (name) => name === "_scan" },
    ),
  },
  {
    title: "a userbase beside a user who delivers everything into his own maildir",
    wrong: `listen on 0.0.0.0
table users { "alice" = "2001:2001:/srv/mail/alice", "bob" = "2002:2002:/srv/mail/bob" }
action "in" maildir userbase <users> user vmail
match from any for domain "example.org" action "in"
`,
    codes: ["userbase-ignored-with-user", "shared-maildir-path"],
    right: `listen on 0.0.0.0
table users { "alice" = "2001:2001:/srv/mail/alice", "bob" = "2002:2002:/srv/mail/bob" }
action "in" maildir userbase <users>
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "more notices of delay than smtpd keeps",
    wrong: `bounce warn-interval 1h, 2h, 3h, 4h, 5h
action "out" relay
match from local for any action "out"
`,
    codes: ["bounce-delays-ignored"],
    right: `bounce warn-interval 1h, 4h, 1d, 2d
action "out" relay
match from local for any action "out"
`,
  },
  {
    title: "the same key twice in one table",
    wrong: `table aliases { "root" = "alice", "sales" = "bob", "sales" = "carol" }
action "local" mbox alias <aliases>
match for local action "local"
`,
    codes: ["duplicate-table-entry"],
    right: `table aliases { "root" = "alice", "sales" = "bob, carol" }
action "local" mbox alias <aliases>
match for local action "local"
`,
  },
  {
    title: "parts that nothing uses any more",
    wrong: `${pki}table domains { "example.org", "example.net" }
filter "old" phase connect match !rdns reject "550 5.7.1 No name"
listen on 0.0.0.0 tag MX
action "local" mbox
action "box" maildir
match from any for local action "local"
`,
    codes: ["unused-table", "unused-action", "unused-filter", "unused-pki", "tag-never-matched"],
    right: `${pki}table domains { "example.org", "example.net" }
filter "old" phase connect match !rdns reject "550 5.7.1 No name"
listen on 0.0.0.0 tls pki "mail.example.org" tag MX filter "old"
action "local" mbox
action "box" maildir
match from any tag MX for local action "local"
match from any for domain <domains> action "box"
`,
  },
  {
    title: "place-holders of a manual that were left in",
    wrong: `filter "dkim" proc-exec "filter-dkimsign -d <domain> -s <selector> -k /etc/mail/dkim.key" user _dkimsign
listen on lo filter "dkim"
listen on socket filter "dkim"
action "out" relay
match from local for any action "out"
`,
    codes: ["placeholder-value"],
    right: `filter "dkim" proc-exec "filter-dkimsign -d example.org -s mail2026 -k /etc/mail/dkim.key" user _dkimsign
listen on lo filter "dkim"
listen on socket filter "dkim"
action "out" relay
match from local for any action "out"
`,
  },
];
