import type { OptionInfo } from "./option-info.ts";

/** The ways in which an action can deliver on this machine. */
export const deliveryMethods = [
  {
    name: "mbox",
    argument: "none",
    manual:
      "Appends messages to the mailbox file of the user, as mail.local(8) does, usually below `/var/mail`. It always runs as the recipient, so `user` cannot stand beside it.",
    changes: [
      { release: "6.6.4", text: "The delivery runs as the recipient. Before, mail.local(8) is started as root." },
      {
        release: "7.5",
        text: "A `wrapper` makes the delivery crash, so that messages wait until they expire. Up to 7.4 it works.",
      },
    ],
  },
  {
    name: "maildir",
    argument: "string",
    optional: true,
    suffix: "junk",
    suffixManual:
      "Puts messages that a filter has marked with `X-Spam: yes` or `X-Spam-Flag: yes` into the folder `.Junk`. It must directly follow `maildir` or its path.",
    placeholder: "pathname",
    syntax: "path",
    default: "~/Maildir",
    manual:
      "Writes each message to a file of its own in a maildir. The path may hold format specifiers and is expanded at delivery; `~/` at its start is the recipient's home. Beside `user`, the default is the Maildir of that user, so all mail ends up in one place: give a path then.",
  },
  {
    name: "lmtp",
    argument: "string",
    suffix: "rcpt-to",
    suffixManual:
      "Names the recipient's full address to the LMTP server instead of the user name. It must directly follow the destination.",
    placeholder: "destination",
    syntax: "destination",
    manual:
      "Hands messages to an LMTP server such as that of an IMAP server: `HOST:PORT` or the absolute path of a UNIX socket. The server gets the name of the user as recipient. `smtpd -n` does not look at the destination.",
    changes: [
      {
        release: "6.6.4",
        text: "The sender is no longer part of a shell command. Before, a crafted sender could run commands.",
      },
      { release: "7.3", text: "The delivery runs as the user of the daemon, and `user` is refused beside it." },
      { release: "7.5", text: "The delivery runs as the recipient again, and `user` is allowed again." },
      { release: "7.7", text: "A permanent refusal of the server bounces the message. Before, it is tried again." },
    ],
  },
  {
    name: "mda",
    argument: "string",
    placeholder: "command",
    syntax: "command",
    manual:
      "Gives each message to a command on its standard input. Format specifiers are expanded, then two shells read the command, and a double quote inside it breaks the delivery. Exit status 0 is success, 71 and 75 mean try again, and any other one bounces the message.",
    changes: [
      {
        release: "7.6",
        text: "The environment variable `ORIGINAL_RECIPIENT` holds the recipient as the client named it.",
      },
    ],
  },
  {
    name: "forward-only",
    argument: "none",
    manual:
      "Delivers nothing itself: mail goes where the `.forward` file of the user says. A user without a usable `.forward` gets a temporary failure, and commands and files in it are refused.",
  },
  {
    name: "expand-only",
    argument: "none",
    manual:
      "Delivers nothing itself: every recipient must be expanded by the table of `alias` or `virtual` or by a `.forward` file. A name that is left over is refused with 524.",
  },
] as const satisfies readonly OptionInfo[];

/** The options of a local delivery. */
export const deliveryOptions = [
  {
    name: "user",
    argument: "string",
    family: "user",
    placeholder: "username",
    syntax: "user",
    default: "the recipient's user",
    manual:
      "Delivers as this system user, whoever the recipient is: the usual choice for virtual users. It cannot stand beside `mbox`, `forward-only` or `expand-only`. `smtpd -n` does not look the user up: without it every delivery fails.",
    changes: [
      { release: "7.3", text: "It is refused beside `lmtp`." },
      {
        release: "7.5",
        text: "It is allowed beside `lmtp` again, and the `.forward` files of other users are no longer read.",
      },
    ],
  },
  {
    name: "alias",
    argument: "table",
    family: "alias mapping",
    placeholder: "table",
    place: "action alias",
    default: "no aliases",
    manual:
      "Maps user names to other users, addresses, files and commands, as aliases(5) does. The keys have no domain, and users who are not in the table are looked up in the system. It excludes `virtual`.",
  },
  {
    name: "virtual",
    argument: "table",
    family: "virtual mapping",
    placeholder: "table",
    place: "action virtual",
    default: "recipients are users",
    manual:
      "Maps whole addresses to users and addresses. Every recipient needs an entry: `user@domain`, else `user`, else `@domain`, else `@` for everybody. A name that is left at the end must be a user. It excludes `alias`.",
  },
  {
    name: "userbase",
    argument: "table",
    family: "userbase mapping",
    placeholder: "table",
    place: "action userbase",
    default: "the system's users",
    manual:
      "Looks users up in this table in the place of the system's: each name gives `uid:gid:home`. It must hold the names that are left after all aliases. System users are then not asked any more, and aliases to commands need an entry for the user of the daemon.",
  },
  {
    name: "wrapper",
    argument: "string",
    placeholder: "name",
    refersTo: "wrapper",
    manual:
      "Runs the delivery inside the command of an `mda wrapper` statement, which must stand further up. Of two wrappers the last one counts, and beside `forward-only` and `expand-only` there is nothing to wrap.",
    changes: [
      { release: "7.5", text: "Beside `mbox` it makes the delivery crash, so that messages wait until they expire." },
    ],
  },
] as const satisfies readonly OptionInfo[];

/** The keyword that makes an action a relay. */
export const relayMethod = {
  name: "relay",
  argument: "none",
  manual:
    "Sends messages on to other servers by SMTP: to the mail exchangers of the recipient's domain, or where `host` or `domain` say. TLS is used where it is offered, but without `host`, `domain` or `tls` no certificate is verified.",
  changes: [
    { release: "7.5", text: "A domain that says by a null MX record that it takes no mail is an error at once." },
  ],
} as const satisfies OptionInfo;

/** The options of a relay. */
export const relayOptions = [
  {
    name: "helo",
    argument: "string",
    family: "helo",
    placeholder: "heloname",
    syntax: "hostname",
    default: "the server name",
    manual:
      "The name with which smtpd greets other servers. It should be a host name that resolves to the address that they see. `smtpd -n` takes any string.",
  },
  {
    name: "helo-src",
    argument: "table",
    family: "helo-source mapping",
    placeholder: "table",
    place: "relay helo-src",
    manual:
      "Maps local addresses to the names with which smtpd greets from them, IPv6 in brackets. It is only asked when `src` has chosen an address; one that is not in the table is then not used at all.",
    changes: [{ release: "7.5", text: "IPv6 addresses in brackets work as keys. Up to 7.4 their lookup fails." }],
  },
  {
    name: "pki",
    argument: "string",
    family: "pki",
    placeholder: "pkiname",
    refersTo: "pki",
    default: "no certificate",
    manual:
      "The certificate and key to show to servers that ask for one, by the name of a `pki` statement. `smtpd -n` does not look for it.",
    changes: [{ release: "7.3", text: "An unknown name ends the daemon when it starts. Up to 6.8 it starts." }],
  },
  {
    name: "ca",
    argument: "string",
    family: "ca",
    placeholder: "caname",
    refersTo: "ca",
    default: "the system's certificate bundle",
    manual:
      "The authority that must have issued the certificates of servers, by the name of a `ca` statement. `smtpd -n` does not look for it.",
    changes: [{ release: "7.3", text: "An unknown name makes the daemon crash when it starts. Up to 6.8 it starts." }],
  },
  {
    name: "ciphers",
    argument: "string",
    since: "7.3",
    family: "ciphers",
    placeholder: "cipherspec",
    syntax: "cipherspec",
    default: "the list of smtp ciphers, else the library's own",
    manual:
      "The ciphers that this relay accepts, in place of the list of `smtp ciphers`. `smtpd -n` does not check the list: a bad one ends the daemon when it starts.",
  },
  {
    name: "protocols",
    argument: "string",
    since: "7.3",
    family: "protocols",
    placeholder: "protospec",
    syntax: "protospec",
    default: "the library's choice",
    manual:
      "The TLS versions that this relay accepts, such as `tlsv1.2` and `tlsv1.3`. `smtpd -n` does not check them: an unknown name ends the daemon when it starts.",
  },
  {
    name: "src",
    argument: "table",
    family: "source mapping",
    placeholder: "srctable",
    place: "relay src",
    default: "the system's choice",
    manual:
      "The local addresses to send from, used in turn. Each entry is one plain IP address. An address that this machine does not have fails at delivery, not at `smtpd -n`. A `db` table gives none.",
    changes: [{ release: "7.5", text: "A mapping is accepted too; its keys are the addresses." }],
  },
  {
    name: "mail-from",
    argument: "string",
    family: "mail-from",
    placeholder: "mailaddr",
    syntax: "mail address",
    default: "the sender of the envelope",
    manual:
      "Replaces the sender of the envelope. With `@domain` alone only the domain is replaced and the user stays. Bounces, whose sender is empty, are left alone.",
  },
  {
    name: "backup",
    argument: "none",
    suffix: "mx",
    suffixArgument: "string",
    suffixManual:
      "Names this server as the mail exchangers of the domain know it. It must directly follow `backup`; without it the name that the server greets with is taken.",
    family: "backup",
    placeholder: "name",
    syntax: "hostname",
    manual:
      "Relays as a backup mail exchanger: only to those with a better preference than this server. Where its name is not among them there is no such limit, and mail may come back. It excludes `host` and `domain`.",
  },
  {
    name: "host",
    argument: "table",
    family: "host mapping",
    placeholder: "relay-url",
    syntax: "url",
    place: "relay host",
    default: "the mail exchangers of the recipient's domain",
    manual:
      "Sends everything to this server, or in turn to those of a list: `[scheme://][label@]host[:port]`. The host is taken as it is, without its MX records. Of the schemes, only `smtp+tls` and `smtps` verify certificates and take a label for `auth`. `smtpd -n` accepts any text here.",
    changes: [
      {
        release: "7.3",
        text: "A `db` table is accepted. In a list of several schemes, a verified one makes smtpd ask TLS of all that follow.",
      },
    ],
  },
  {
    name: "domain",
    argument: "table",
    since: "6.7.1",
    family: "host mapping",
    placeholder: "domains",
    place: "relay domain",
    default: "the mail exchangers of the recipient's domain",
    manual:
      "Maps the recipient's domain to the URL of the server to send to. There are no wildcards and no default entry: mail for a domain that is not in the table waits until it expires. It excludes `host` and `backup`.",
    changes: [{ release: "7.3", text: "A `db` table is accepted." }],
  },
  {
    name: "tls",
    argument: "none",
    suffix: "no-verify",
    suffixManual:
      "Asks for TLS but takes any certificate. It must directly follow `tls`. Beside `auth`, it lets whoever sits in between read the password.",
    family: "tls",
    default: "TLS where it is offered, not verified",
    manual:
      "Sends only through TLS with a valid certificate; without it messages wait. It is right towards a known server and too strict for the whole Internet. With `smtp+notls://` or `lmtp://` nothing is ever sent.",
  },
  {
    name: "auth",
    argument: "table",
    family: "auth mapping",
    placeholder: "table",
    place: "relay auth",
    default: "no login",
    manual:
      "Maps the label of the relay URL to `user:password`, for `smtp+tls://` and `smtps://` only. It must stand behind `host` or `domain`. A URL without a label sends without logging in, and smtpd says nothing of it.",
  },
  {
    name: "srs",
    argument: "none",
    since: "6.6.0",
    family: "srs",
    manual:
      "Rewrites the sender of forwarded mail by SRS into the domain that the mail was first sent to, so that SPF checks pass at the next server. It needs an `srs key` statement further up. Bounces come back through the rewritten address.",
  },
  {
    name: "filter",
    argument: "filters",
    since: "6.7.1",
    family: "filter",
    placeholder: "name",
    refersTo: "filter",
    manual:
      "Reports outgoing sessions to filter programs. Nothing is filtered: phase filters have no effect here, and programs get reports only. smtpd.conf(5) does not mention it.",
  },
] as const satisfies readonly OptionInfo[];

/** What may stand at the very end of any action. */
export const closingOptions = [
  {
    name: "ttl",
    argument: "string",
    family: "ttl",
    placeholder: "delay",
    syntax: "delay",
    default: "the queue's ttl",
    manual:
      "How long messages of this action may wait in the queue before they bounce, in the place of `queue ttl`. It must be the last option of the action: behind it anything else is a syntax error.",
  },
] as const satisfies readonly OptionInfo[];
