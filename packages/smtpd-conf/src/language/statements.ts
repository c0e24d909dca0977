import type { Change } from "./change.ts";
import type { KeywordName } from "./keywords.ts";
import type { OptionInfo } from "./option-info.ts";
import type { Availability } from "./releases.ts";

/** A statement of the language that is more than a single setting. */
export interface StatementInfo extends Availability {
  readonly words: readonly [KeywordName, ...KeywordName[]];
  /** The forms of the statement: capitals stand for values, brackets for what may be left out, | for a choice. */
  readonly usage: readonly string[];
  readonly manual: string;
  /** What later releases changed, oldest first. */
  readonly changes?: readonly Change[];
}

/** The parameters of `pki NAME`. */
export const pkiParameters = [
  {
    name: "cert",
    argument: "string",
    placeholder: "certfile",
    syntax: "path",
    manual:
      "The file with the certificate and its chain, in PEM. It must belong to root, and nobody else may write to it. `smtpd -n` reads the file but not what is in it: a wrong one ends the daemon when it starts.",
  },
  {
    name: "key",
    argument: "string",
    placeholder: "keyfile",
    syntax: "path",
    manual:
      "The file with the private key, in PEM. It must belong to root, its group may only read it, and others may do nothing (at most mode 0740). An encrypted key makes smtpd, also with `-n`, ask for the passphrase.",
  },
  {
    name: "dhe",
    argument: "string",
    placeholder: "mode",
    syntax: "dhe mode",
    default: "none",
    manual:
      "The size of the parameters for ephemeral Diffie-Hellman: `none` turns it off, `auto` fits them to the key, `legacy` takes 1024 bits. Modern clients use elliptic curves and do not need it.",
  },
] as const satisfies readonly OptionInfo[];

/** The values of `pki NAME dhe`, in any case. */
export const dheModes = ["none", "auto", "legacy"] as const;

/** The parameters of `proc` and of `filter NAME proc-exec`. */
export const processParameters = [
  {
    name: "user",
    argument: "string",
    family: "user",
    placeholder: "username",
    syntax: "user",
    default: "the smtpd user",
    manual:
      "The system user that the program runs as, instead of the user of the daemon. `smtpd -n` does not look it up: an unknown user ends the daemon when it starts.",
  },
  {
    name: "group",
    argument: "string",
    family: "group",
    placeholder: "groupname",
    syntax: "group",
    default: "the user's own group",
    manual:
      "The group that the program runs with, instead of the own group of its user. `smtpd -n` does not look it up: an unknown group ends the daemon when it starts.",
  },
  {
    name: "chroot",
    argument: "string",
    family: "chroot",
    placeholder: "directory",
    syntax: "directory",
    default: "no chroot",
    manual:
      "The directory that the program is locked into before it starts. The program, `/bin/sh` and all that they load must be inside, and `smtpd -n` does not look.",
  },
] as const satisfies readonly OptionInfo[];

/** The address families that `mta limit` can choose. */
export const addressFamilies = [
  {
    name: "inet4",
    argument: "none",
    default: "both families",
    manual:
      "Sends over IPv4 only, everywhere or to the domain of the statement. Of `inet4` and `inet6` the last one counts. A domain that has no such address fails.",
  },
  {
    name: "inet6",
    argument: "none",
    default: "both families",
    manual:
      "Sends over IPv6 only, everywhere or to the domain of the statement. Of `inet4` and `inet6` the last one counts. A domain that has no such address fails.",
  },
] as const satisfies readonly OptionInfo[];

const socketTag: Change = {
  release: "6.7.1",
  text: "Mail from the socket no longer carries the tag `local` by itself, and `tag` sets one.",
};

/** The statements by their first words, in alphabetical order. Macro definitions begin with a name of their own. */
export const statements = [
  {
    words: ["action"],
    usage: [
      "action NAME mbox [OPTION …] [ttl DELAY]",
      'action NAME maildir ["PATHNAME"] [junk] [OPTION …] [ttl DELAY]',
      'action NAME lmtp "DESTINATION" [rcpt-to] [OPTION …] [ttl DELAY]',
      'action NAME mda "COMMAND" [OPTION …] [ttl DELAY]',
      "action NAME forward-only | expand-only [OPTION …] [ttl DELAY]",
      "action NAME relay [OPTION …] [ttl DELAY]",
    ],
    manual:
      "Says how messages are delivered: on this machine or through a relay. Rules name it further down. Queued messages remember the name, so after renaming an action those of the old name stay in the queue. On Linux, a name of more than 64 characters ends the daemon as soon as a rule chooses it.",
  },
  {
    words: ["bounce", "warn-interval"],
    usage: ["bounce warn-interval DELAY[, DELAY …]"],
    manual:
      "When to tell the sender that a message is still waiting; the default is once, after `4h`. Up to four delays, separated by commas on one line. smtpd drops any more without a word.",
  },
  {
    words: ["ca"],
    usage: ['ca NAME cert "CERTFILE"'],
    manual:
      "Names a file of certificate authorities, in PEM, for the option `ca` of listeners and relays. The name must look like a host name or be `*`. The file must belong to root, and nobody else may write to it.",
    changes: [
      {
        release: "7.3",
        text: "A `ca` called `*` no longer serves the listeners that name none, as it does up to 6.8.",
      },
    ],
  },
  {
    words: ["filter"],
    since: "6.6.0",
    usage: [
      "filter NAME chain { FILTER[, FILTER …] }",
      "filter NAME phase PHASE match [!]CONDITION DECISION",
      "filter NAME proc PROC",
      'filter NAME proc-exec "COMMAND" [user USERNAME] [group GROUPNAME] [chroot DIRECTORY]',
    ],
    manual:
      "Defines a filter for incoming sessions: a test at one phase, a program, or a chain of other filters. It does nothing until a listener names it. A phase filter has exactly one condition; chain several for a choice between them.",
    changes: [
      {
        release: "6.7.1",
        text: "`bypass`, the condition `auth` and the phase `auth` are there, and filters of `data` and `commit` begin to work.",
      },
    ],
  },
  {
    words: ["include"],
    usage: ['include "PATH"'],
    manual:
      "Reads another file in this place, with the same macros, tables and names. A relative path is looked for in the directory that smtpd is started in, not beside this file. There are no patterns.",
  },
  {
    words: ["listen", "on"],
    usage: ["listen on INTERFACE [OPTION …]"],
    manual:
      "Accepts mail on a network interface, an address or a host name; the options stand in any order. Without such a statement there is no network listener at all. TLS needs a `pki`, and `auth` needs TLS. Groups of interfaces, such as `all`, are known on BSD only.",
    changes: [
      {
        release: "7.3",
        text: "A listener with TLS must name a `pki`, and may name several. `ciphers` and `protocols` are new.",
      },
    ],
  },
  {
    words: ["listen", "on", "socket"],
    usage: ["listen on socket [OPTION …]"],
    manual:
      "Sets options for mail that is submitted on this machine, by sendmail(8) or mail(1). The socket is always there, with or without this statement, which may stand only once.",
    changes: [
      socketTag,
      { release: "7.5", text: "DSN is offered on the socket also without this statement; `no-dsn` turns it off." },
    ],
  },
  {
    words: ["match"],
    usage: ["match [CONDITION …] action NAME", "match [CONDITION …] reject"],
    manual:
      "Chooses the action for mail that meets all conditions, or refuses it. Rules are tried from the top and the first that matches wins; without any match the mail is refused. Without `from` a rule is for local mail, without `for` it is for local domains. `!` before a condition turns it round.",
  },
  {
    words: ["mda", "limit"],
    usage: ["mda limit [KEY NUMBER …]"],
    manual:
      "Limits deliveries on this machine by pairs of key and number, without commas. smtpd.conf(5) does not mention it. An unknown key is refused, with a message that speaks of the scheduler.",
  },
  {
    words: ["mda", "wrapper"],
    usage: ['mda wrapper NAME "COMMAND"'],
    manual:
      "Defines a command around deliveries, for the option `wrapper` of actions further down. `%{mda}` in it stands for the command of the delivery. It runs as the user of the delivery.",
  },
  {
    words: ["mta", "limit"],
    usage: ["mta limit [for domain DOMAIN] [KEY NUMBER | inet4 | inet6 …]"],
    manual:
      "Limits outgoing mail by pairs of key and number, without commas. The first statement for a domain copies the general limits of that moment, so put those above. smtpd.conf(5) does not mention it.",
  },
  {
    words: ["pki"],
    usage: ['pki NAME [cert "CERTFILE"] [key "KEYFILE"] [dhe none | auto | legacy]'],
    manual:
      "Names a certificate and its key, for the option `pki` of listeners and relays. Several statements of one name add up, and of equal parameters the last counts. `cert` and `key` are both needed, also where nothing uses the name, which must look like a host name or be `*`.",
    changes: [
      {
        release: "7.3",
        text: "A listener must write the name in lower case, and the `pki` called `*` no longer serves those that name none.",
      },
    ],
  },
  {
    words: ["proc"],
    since: "6.6.0",
    usage: ['proc NAME "COMMAND" [user USERNAME] [group GROUPNAME] [chroot DIRECTORY]'],
    manual:
      "Starts a filter program, for `filter NAME proc` further down. It runs whether a filter uses it or not, a relative command is looked for in smtpd's libexec directory, and when the program ends the whole daemon stops. A filter of the same name with `proc-exec` replaces it without a word.",
  },
  {
    words: ["scheduler", "limit"],
    usage: ["scheduler limit [KEY NUMBER …]"],
    manual:
      "Limits how much of the queue is worked on at a time, by pairs of key and number, without commas. smtpd.conf(5) does not mention it.",
  },
  {
    words: ["smtp", "limit"],
    usage: ["smtp limit [max-rcpt NUMBER] [max-mails NUMBER]"],
    manual:
      "Limits what one incoming session may do, by pairs of key and number, without commas. smtpd.conf(5) does not mention it.",
    changes: [{ release: "7.9", text: "`max-rcpt` below 100 is refused, since RFC 5321 asks for at least that." }],
  },
  {
    words: ["table"],
    usage: [
      "table NAME { VALUE[, VALUE …] }",
      "table NAME { KEY = VALUE[, KEY = VALUE …] }",
      'table NAME "PATH"',
      "table NAME BACKEND[:PATH]",
    ],
    manual:
      "Names a list or a mapping of keys to values for rules and options, which use it as `<NAME>` further down. The entries stand in braces or in a file, or a program gives them. Numbers, reserved words and what begins with a sign such as `@` or `*` need quotes; empty braces are an error.",
    changes: [
      { release: "7.3", text: "A `db` table can also serve `host`, `domain`, `tag` and `regex`." },
      {
        release: "7.5",
        text: "A line may end behind the opening brace, behind a comma and before the closing brace.",
      },
      {
        release: "7.6",
        text: "In a file, `key : value` makes `:` part of the value, and `[::1]` is one key. Table programs speak a new protocol; older ones no longer work.",
      },
    ],
  },
] as const satisfies readonly StatementInfo[];
