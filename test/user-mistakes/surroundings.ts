import { machineWith } from "../../packages/smtpd-conf/src/linter/testing.ts";
import type { UserMistake } from "./user-mistake.ts";

const pki = `pki "mail.example.org" cert "/etc/ssl/mail.example.org.crt"
pki "mail.example.org" key "/etc/ssl/private/mail.example.org.key"
`;

/** Interfaces, and filters with their programs. */
export const surroundings: readonly UserMistake[] = [
  {
    title: "groups of interfaces that this system does not have",
    wrong: `listen on egress
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["invalid-listen-address"],
    right: `listen on 0.0.0.0
listen on ::
action "in" maildir
match from any for domain "example.org" action "in"
`,
    machine: machineWith({}, { resolves: (address) => address !== "egress", interfaces: ["lo", "eth0"] }),
  },
  {
    title: "groups of interfaces, in a file for several systems",
    wrong: `listen on all
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["interface-group-portability"],
    right: `listen on 0.0.0.0
listen on ::
action "in" maildir
match from any for domain "example.org" action "in"
`,
    optIn: { "interface-group-portability": "the groups are right where the file is for OpenBSD only" },
  },
  {
    title: "a filter whose program is not installed",
    wrong: `filter "rspamd" proc-exec "filter-rspamd"
listen on 0.0.0.0 filter "rspamd"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["filter-program-missing"],
    right: `filter "rspamd" proc-exec "/usr/local/libexec/filter-rspamd"
listen on 0.0.0.0 filter "rspamd"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    machine: machineWith({}, { hasProgram: (name) => name.startsWith("/") }),
  },
  {
    title: "a filter for a user who does not exist",
    wrong: `filter "rspamd" proc-exec "filter-rspamd" user _rspamd
listen on 0.0.0.0 filter "rspamd"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["unknown-system-user"],
    right: `filter "rspamd" proc-exec "filter-rspamd" user rspamd
listen on 0.0.0.0 filter "rspamd"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    machine: machineWith({}, { hasUser: (name) => name === "rspamd" }),
  },
  {
    title: "a bypass for the first phase, and filters in a later one",
    wrong: `filter "ours" phase connect match src "10.0.0.0/8" bypass
filter "trap" phase rcpt-to match rcpt-to "trap@example.org" disconnect "550 5.1.1 Nobody here"
listen on 0.0.0.0 filter { "ours", "trap" }
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["bypass-single-phase"],
    right: `filter "ours" phase rcpt-to match src "10.0.0.0/8" bypass
filter "trap" phase rcpt-to match rcpt-to "trap@example.org" disconnect "550 5.1.1 Nobody here"
listen on 0.0.0.0 filter { "ours", "trap" }
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
  {
    title: "names of clients asked for where users connect from home",
    wrong: `${pki}filter "noname" phase connect match !rdns disconnect "550 5.7.1 No name"
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth filter "noname"
action "out" relay
match from auth for any action "out"
`,
    codes: ["dns-filter-on-submission"],
    right: `${pki}filter "noname" phase connect match !rdns disconnect "550 5.7.1 No name"
listen on 0.0.0.0 tls pki "mail.example.org" filter "noname"
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth
action "in" maildir
action "out" relay
match from any for domain "example.org" action "in"
match from auth for any action "out"
`,
  },
  {
    title: "signatures for all but the mail of this machine",
    wrong: `${pki}filter "sign" proc-exec "filter-dkimsign -d example.org -s mail -k /etc/mail/dkim.key" user _dkimsign
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth filter "sign"
action "out" relay
match from auth for any action "out"
match from local for any action "out"
`,
    codes: ["unsigned-local-mail"],
    right: `${pki}filter "sign" proc-exec "filter-dkimsign -d example.org -s mail -k /etc/mail/dkim.key" user _dkimsign
listen on socket filter "sign"
listen on 0.0.0.0 port 587 tls-require pki "mail.example.org" auth filter "sign"
action "out" relay
match from auth for any action "out"
match from local for any action "out"
`,
  },
  {
    title: "the words in angle brackets of a manual, run as a command",
    wrong: `filter "sign" proc-exec "filter-dkimsign -d <domain> -s <selector>" user _dkimsign
listen on socket filter "sign"
listen on lo filter "sign"
action "out" relay
match from local for any action "out"
`,
    codes: ["placeholder-value"],
    right: `filter "sign" proc-exec "filter-dkimsign -d example.org -s mail" user _dkimsign
listen on socket filter "sign"
listen on lo filter "sign"
action "out" relay
match from local for any action "out"
`,
  },
  {
    title: "a reply to clients that is no reply",
    wrong: `filter "noname" phase connect match !rdns disconnect "go away"
listen on 0.0.0.0 filter "noname"
action "in" maildir
match from any for domain "example.org" action "in"
`,
    codes: ["filter-reply-code"],
    right: `filter "noname" phase connect match !rdns disconnect "550 5.7.1 You have no name"
listen on 0.0.0.0 filter "noname"
action "in" maildir
match from any for domain "example.org" action "in"
`,
  },
];
