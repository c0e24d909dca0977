import { machineWith } from "../../packages/smtpd-conf/src/linter/testing.ts";
import type { UserMistake } from "./user-mistake.ts";

/** Users, tables and how mail reaches them. */
export const delivering: readonly UserMistake[] = [
  {
    title: "a virtual address for a user that the userbase does not have",
    wrong: `table addresses { "alice@example.org" = "alice", "bob@example.org" = "robert" }
table users { "alice" = "2001:2001:/srv/mail/alice", "bob@example.org" = "2002:2002:/srv/mail/bob" }
listen on 0.0.0.0
action "in" maildir virtual <addresses> userbase <users>
match from any for domain "example.org" action "in"
`,
    codes: ["virtual-target-unknown", "userbase-key-form"],
    right: `table addresses { "alice@example.org" = "alice", "bob@example.org" = "bob" }
table users { "alice" = "2001:2001:/srv/mail/alice", "bob" = "2002:2002:/srv/mail/bob" }
listen on 0.0.0.0
action "in" maildir virtual <addresses> userbase <users>
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "the user who delivers looked for in the userbase",
    wrong: `table users file:/etc/mail/users
table addresses { "@example.org" = "vmail" }
listen on 0.0.0.0
action "in" maildir "/srv/mail/%{dest.user}" virtual <addresses> userbase <users> user vmail
match from any for domain "example.org" action "in"
`,
    codes: ["userbase-ignored-with-user"],
    right: `table users file:/etc/mail/users
table addresses { "@example.org" = "vmail" }
listen on 0.0.0.0
action "in" maildir "/srv/mail/%{dest.user}" virtual <addresses> userbase <users>
match from any for domain "example.org" action "in"
`,
    files: { "/etc/mail/users": "vmail 2000:2000:/srv/mail\n" },
  },
  {
    title: "one entry that takes all that was mistyped",
    wrong: `table addresses { "alice@example.org" = "alice", "@" = "postmaster" }
listen on 0.0.0.0
action "in" maildir virtual <addresses>
match from any for domain "example.org" action "in"
`,
    codes: ["global-catch-all"],
    right: `table addresses { "alice@example.org" = "alice", "postmaster@example.org" = "alice" }
listen on 0.0.0.0
action "in" maildir virtual <addresses>
match from any for domain "example.org" action "in"
`,
    optIn: { "global-catch-all": "a catch-all is often what is wanted" },
  },
  {
    title: "passwords in the form of another file",
    wrong: `pki mail cert "/etc/ssl/mail.crt"
pki mail key "/etc/ssl/private/mail.key"
table users file:/etc/mail/users
table secrets file:/etc/mail/secrets
listen on 0.0.0.0 port 587 tls-require pki mail auth <users>
action "out" relay host smtp+tls://home@smtp.example.net auth <secrets>
match from auth for any action "out"
`,
    codes: ["plaintext-listener-password", "credentials-format"],
    right: `pki mail cert "/etc/ssl/mail.crt"
pki mail key "/etc/ssl/private/mail.key"
table users { "alice" = "$2b$10$abcdefghijklmnopqrstuuvQ9aTjJ8sQm5c0b3vJ5Q7Qz6lq3mC4S" }
table secrets { "home" = "alice:correct-horse" }
listen on 0.0.0.0 port 587 tls-require pki mail auth <users>
action "out" relay host smtp+tls://home@smtp.example.net auth <secrets>
match from auth for any action "out"
`,
    files: { "/etc/mail/users": "alice correct-horse\n", "/etc/mail/secrets": "home :correct-horse\n" },
  },
  {
    title: "a server that wants a login, and a URL that does not say whose",
    wrong: `table secrets { "home" = "alice:correct-horse" }
action "out" relay host smtps://smtp.example.net auth <secrets>
match from local for any action "out"
`,
    codes: ["relay-auth-without-label"],
    right: `table secrets { "home" = "alice:correct-horse" }
action "out" relay host smtps://home@smtp.example.net auth <secrets>
match from local for any action "out"
`,
  },
  {
    title: "a private key that everybody can read",
    wrong: `pki mail cert "/etc/ssl/mail.crt"
pki mail key "/etc/ssl/private/mail.key"
listen on 0.0.0.0 tls pki mail
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["file-permissions"],
    right: `pki mail cert "/etc/ssl/mail.crt"
pki mail key "/etc/ssl/private/mail.key"
listen on 0.0.0.0 tls pki mail
action "in" maildir
match from any for domain "example.org" action "in"
`,
    machine: machineWith({ "/etc/ssl/private/mail.key": { reason: "mode", mode: 0o644, most: 0o740 } }),
    rightMachine: machineWith({}),
  },
  {
    title: "a command with quotes inside, and a sender that bounces do not have",
    wrong: String.raw`listen on 0.0.0.0
action "sort" mda "/usr/local/bin/deliver -s \"/home/me/my rules\""
action "in" mda "/usr/lib/dovecot/dovecot-lda -f %{sender} -d %{dest.user}"
match from any for domain "example.org" action "in"
match from any for domain "example.net" action "sort"
`,
    codes: ["mda-inner-quotes", "mda-sender-specifier"],
    right: `listen on 0.0.0.0
action "sort" mda "/usr/local/bin/deliver -s '/home/me/my rules'"
action "in" mda "/usr/lib/dovecot/dovecot-lda -f %{mbox.from} -d %{dest.user}"
match from any for domain "example.org" action "in"
match from any for domain "example.net" action "sort"
`,
  },
  {
    title: "a socket for LMTP that another user writes to after an update",
    wrong: `listen on 0.0.0.0
action "in" lmtp "/var/dovecot/lmtp" rcpt-to
match from any for domain "example.org" action "in"
`,
    codes: ["lmtp-user-changed"],
    right: `listen on 0.0.0.0
action "in" lmtp "localhost:24" rcpt-to
match from any for domain "example.org" action "in"
`,
    target: "7.4",
  },
];
