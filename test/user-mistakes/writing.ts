import type { UserMistake } from "./user-mistake.ts";

const rest = `action "local" mbox
match for local action "local"
`;

/** Quotes, macros, lines and values. */
export const writing: readonly UserMistake[] = [
  {
    title: "a macro in the middle of a word",
    wrong: `srv = "10.0.0.5"
action "out" relay host smtp://$srv
match from local for any action "out"
`,
    codes: ["macro-in-word"],
    right: `srv = "smtp://10.0.0.5"
action "out" relay host $srv
match from local for any action "out"
`,
  },
  {
    title: "a macro in quotes",
    wrong: `dom = "example.org"
listen on 0.0.0.0
action "in" maildir
match from any for domain "$dom" action "in"
`,
    codes: ["macro-in-quotes"],
    right: `dom = "example.org"
listen on 0.0.0.0
action "in" maildir
match from any for domain $dom action "in"
`,
  },
  {
    title: "a macro for a path, without quotes of its own",
    wrong: `certfile = "/etc/ssl/mail.pem"
pki mail cert $certfile
pki mail key "/etc/ssl/private/mail.key"
listen on lo tls pki mail
${rest}`,
    codes: ["unquoted-special-word"],
    right: `certfile = '"/etc/ssl/mail.pem"'
pki mail cert $certfile
pki mail key "/etc/ssl/private/mail.key"
listen on lo tls pki mail
${rest}`,
  },
  {
    title: "a number as the value of a macro",
    wrong: `submission_port = 2525
listen on lo port $submission_port
${rest}`,
    codes: ["macro-value-not-string"],
    right: `submission_port = "2525"
listen on lo port $submission_port
${rest}`,
  },
  {
    title: "a dash in the name of a macro",
    wrong: `ext-if = "lo"
listen on $ext-if
${rest}`,
    codes: ["undefined-macro"],
    right: `ext_if = "lo"
listen on $ext_if
${rest}`,
  },
  {
    title: "a path without quotes",
    wrong: `pki mail cert /etc/ssl/mail.pem
pki mail key "/etc/ssl/private/mail.key"
listen on lo tls pki mail
${rest}`,
    codes: ["unquoted-special-word"],
    right: `pki mail cert "/etc/ssl/mail.pem"
pki mail key "/etc/ssl/private/mail.key"
listen on lo tls pki mail
${rest}`,
  },
  {
    title: "a comment that takes the next line with it",
    wrong: String.raw`# match from any for any reject \
action "remote" relay
action "local" mbox
match for local action "local"
match from local for any action "local"
`,
    codes: ["comment-continuation"],
    right: `# match from any for any reject
action "remote" relay
action "local" mbox
match for local action "local"
match from local for any action "remote"
`,
  },
  {
    title: "a blank behind the backslash at the end of a line",
    wrong: `action "local" mbox \\ \n  alias { "root" = "alice" }\nmatch for local action "local"\n`,
    codes: ["whitespace-after-continuation"],
    right: `action "local" mbox \\\n  alias { "root" = "alice" }\nmatch for local action "local"\n`,
  },
  {
    title: "a file from Windows",
    wrong: `listen on lo\n${rest}`.replaceAll("\n", "\r\n"),
    codes: ["crlf-line-endings"],
    right: `listen on lo\n${rest}`,
  },
  {
    title: "a mark of the byte order at the start",
    wrong: `\ufefflisten on lo\n${rest}`,
    codes: ["byte-order-mark"],
    right: `listen on lo\n${rest}`,
  },
  {
    title: "a comma behind the last entry",
    wrong: `table domains { "example.org", "example.net", }
listen on 0.0.0.0
action "in" maildir
match from any for domain <domains> action "in"
`,
    codes: ["trailing-comma"],
    right: `table domains { "example.org", "example.net" }
listen on 0.0.0.0
action "in" maildir
match from any for domain <domains> action "in"
`,
  },
  {
    title: "a table with nothing in it",
    wrong: `table domains { }
action "in" maildir
match from any for domain <domains> action "in"
`,
    codes: ["empty-table"],
    right: `table domains { "example.org" }
listen on 0.0.0.0
action "in" maildir
match from any for domain <domains> action "in"
`,
  },
  {
    title: "entries without braces",
    wrong: `table friends "alice@example.net", "bob@example.net"
listen on 0.0.0.0
action "in" maildir
match from any mail-from <friends> for domain "example.org" action "in"
`,
    codes: ["table-missing-braces"],
    right: `table friends { "alice@example.net", "bob@example.net" }
listen on 0.0.0.0
action "in" maildir
match from any mail-from <friends> for domain "example.org" action "in"
`,
  },
  {
    title: "options in an order that smtpd does not take",
    wrong: `table secrets { "home" = "alice:correct-horse" }
action "out" relay ttl 1d host smtp+tls://home@smtp.example.net auth <secrets>
match from local for any action "out"
`,
    codes: ["option-order"],
    right: `table secrets { "home" = "alice:correct-horse" }
action "out" relay host smtp+tls://home@smtp.example.net auth <secrets> ttl 1d
match from local for any action "out"
`,
  },
  {
    title: "a week, and megabytes with two letters",
    wrong: `queue ttl 1w
smtp max-message-size 50MB
${rest}`,
    codes: ["invalid-delay", "invalid-size"],
    right: `queue ttl 7d
smtp max-message-size 50M
${rest}`,
  },
];
