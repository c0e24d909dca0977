/** How a value is written that smtpd's grammar takes as any string. */
export interface ValueSyntaxInfo {
  readonly name: string;
  /** A value as it stands in a configuration, with the quotes that it needs. */
  readonly example: string;
  /** Whether `smtpd -n` refuses a value that is not written so, without a look at the machine. */
  readonly checked: boolean;
  readonly manual: string;
}

/** The kinds of value that strings stand for, in alphabetical order. */
export const valueSyntaxes = [
  {
    name: "character",
    example: '"+"',
    checked: true,
    manual: "Exactly one printable ASCII character, neither a blank nor `@`. Most of them need quotes.",
  },
  {
    name: "cipherspec",
    example: '"HIGH:!aNULL"',
    checked: false,
    manual:
      "A cipher list in the form of openssl(1) ciphers. `smtpd -n` does not look at it: from 7.3 on the daemon exits when it starts if the library refuses the list.",
  },
  {
    name: "command",
    example: '"/usr/local/bin/deliver"',
    checked: false,
    manual: "A command line for `/bin/sh`. `smtpd -n` looks neither for the program nor at the quotes inside.",
  },
  {
    name: "delay",
    example: "4d",
    checked: true,
    manual:
      "A whole number from 1 and directly behind it one of `s`, `m`, `h` and `d`: seconds, minutes, hours, days. There are no weeks and no sums such as `1h30m`.",
  },
  {
    name: "destination",
    example: '"/var/run/lmtp.sock"',
    checked: false,
    manual:
      "The absolute path of a UNIX socket, or a host with an optional port as `HOST:PORT`. The port is a number, 25 where it is left out; an IPv6 address stands in brackets.",
  },
  {
    name: "dhe mode",
    example: "auto",
    checked: true,
    manual: "One of `none`, `auto` and `legacy`, in upper or lower case. These three words are not reserved.",
  },
  {
    name: "directory",
    example: '"/var/empty"',
    checked: false,
    manual: "The absolute path of a directory. `smtpd -n` does not look whether it is there.",
  },
  {
    name: "group",
    example: "nogroup",
    checked: false,
    manual:
      "The name of a group of this machine. `smtpd -n` does not look it up: the daemon exits at start without it.",
  },
  {
    name: "hostname",
    example: "mail.example.org",
    checked: false,
    manual:
      "A full host name, at most 64 characters on Linux. `smtpd -n` takes any string, and the name goes out to other servers as it stands.",
  },
  {
    name: "mail address",
    example: '"postmaster@example.org"',
    checked: false,
    manual: "A mail address, or only its domain as `@example.org`, which needs quotes.",
  },
  {
    name: "path",
    example: '"/etc/ssl/mail.pem"',
    checked: false,
    manual: "The path of a file. It needs quotes, since a bare word can begin neither with `/` nor with `~`.",
  },
  {
    name: "protospec",
    example: '"tlsv1.2,tlsv1.3"',
    checked: false,
    manual:
      "TLS versions, separated by commas or colons, such as `tlsv1.2` and `tlsv1.3`. `smtpd -n` does not look at them: the daemon exits at start if the library refuses the list.",
  },
  {
    name: "reply",
    example: '"550 5.7.1 Rejected"',
    checked: false,
    manual:
      "A whole SMTP reply: three digits that begin with 4 or 5, a blank and a text. Anything else turns into `421 Internal server error`, and the session is closed.",
  },
  {
    name: "secret",
    example: '"not so secret"',
    checked: false,
    manual: "Any text. It stands readable in the file, so only root should be able to read the file.",
  },
  {
    name: "size",
    example: "35M",
    checked: true,
    manual:
      "A number of bytes with at most one of the letters B, K, M, G, T, P and E behind it, in upper or lower case. Fractions such as `1.5M` are fine, `35MB` is not.",
  },
  {
    name: "tag",
    example: "submission",
    checked: true,
    manual: "A word of at most 32 characters that rules ask for with `tag`. Upper and lower case are the same to them.",
  },
  {
    name: "text",
    example: '"any text"',
    checked: false,
    manual: "Any text. It needs quotes as soon as it has a blank in it or begins with something else than a letter.",
  },
  {
    name: "url",
    example: '"smtp+tls://label@mail.example.org:587"',
    checked: false,
    manual:
      "The URL of a server to relay to, `[scheme://][label@]host[:port]`. `smtpd -n` takes any text: what it cannot read stays in the queue.",
  },
  {
    name: "user",
    example: "nobody",
    checked: false,
    manual: "The name of a user of this machine. `smtpd -n` does not look it up.",
  },
] as const satisfies readonly ValueSyntaxInfo[];

export type ValueSyntax = (typeof valueSyntaxes)[number]["name"];
