import type { Change } from "./change.ts";

/** A name between `%{` and `}` in the commands and paths of local deliveries. */
export interface FormatSpecifierInfo {
  readonly name: string;
  /** Whether the characters that mean something to a shell are replaced by `:`. */
  readonly escaped: boolean;
  /** The name is known in the commands of `mda wrapper` only. */
  readonly wrapperOnly?: boolean;
  readonly manual: string;
}

/** A word behind the `:` of a format specifier; several are joined by `|`. */
export interface FormatModifierInfo {
  readonly name: string;
  readonly manual: string;
  /** What later releases changed, oldest first. */
  readonly changes?: readonly Change[];
}

/**
 * The names of format specifiers, in upper or lower case (`mda_expand_token()` in mda_variables.c), in all releases
 * from 6.4 on. They work in `mda`, `maildir` and `lmtp`, in wrappers and in the commands of aliases; nowhere in relays.
 * Any other name makes the delivery fail for good, and `smtpd -n` does not see it.
 */
export const formatSpecifiers = [
  {
    name: "sender",
    escaped: true,
    manual: "The sender of the envelope, `user@domain`. It is empty for bounces; `mbox.from` never is.",
  },
  { name: "sender.user", escaped: true, manual: "The part of the sender before the `@`. It is empty for bounces." },
  { name: "sender.domain", escaped: true, manual: "The part of the sender behind the `@`. It is empty for bounces." },
  {
    name: "rcpt",
    escaped: true,
    manual:
      "The recipient as the client named it, before aliases, with its tag as in `user+tag`; `rcpt:strip` is without.",
  },
  { name: "rcpt.user", escaped: true, manual: "The part before the `@` of the recipient as the client named it." },
  { name: "rcpt.domain", escaped: true, manual: "The domain of the recipient as the client named it." },
  {
    name: "dest",
    escaped: true,
    manual: "The recipient after aliases and virtual tables, `user@domain`, for which the message is delivered.",
  },
  {
    name: "dest.user",
    escaped: true,
    manual: "The part before the `@` of the recipient after aliases. It can begin with `-` and hold a `/`.",
  },
  { name: "dest.domain", escaped: true, manual: "The domain of the recipient after aliases and virtual tables." },
  {
    name: "user.username",
    escaped: true,
    manual: "The name of the user whose mail is delivered, from the userbase or the system.",
  },
  {
    name: "user.directory",
    escaped: false,
    manual: "The home directory of the user whose mail is delivered. It is not escaped for the shell.",
  },
  {
    name: "mbox.from",
    escaped: true,
    manual: "The sender as the first line of an mbox has it: the address, or `MAILER-DAEMON` for bounces.",
  },
  {
    name: "mda",
    escaped: false,
    wrapperOnly: true,
    manual: "In a wrapper, the whole command of the delivery that it is put around. It is not escaped once more.",
  },
] as const satisfies readonly FormatSpecifierInfo[];

/** The modifiers, applied from left to right: `%{rcpt:strip|lowercase}`. They are separated by `|`, not by commas. */
export const formatModifiers = [
  {
    name: "lowercase",
    manual:
      "Turns capital letters into small ones. Useful for paths, since addresses come in the case in which they were written.",
  },
  { name: "uppercase", manual: "Turns the small letters a to z into capital ones." },
  { name: "strip", manual: "Takes away the tag of a sub-address: `user+tag` becomes `user`, in an address as well." },
  {
    name: "raw",
    manual:
      "Leaves out the escaping for the shell. The value then comes from a stranger as it is: in a command it lets them run any program.",
    changes: [{ release: "7.9", text: "Only a restricted set of characters passes. Before, every character does." }],
  },
] as const satisfies readonly FormatModifierInfo[];

/** What `%{name[begin:end]}` does: both ends are included and counted from 0. */
export const formatRange = {
  manual:
    "`%{name[begin:end]}` takes a part, counted from 0 with both ends included; `[n]` is one character, and a negative beginning counts from the end. A beginning behind the end of the value makes the delivery fail.",
  changes: [
    {
      release: "7.9",
      text: "A part can be taken together with modifiers, which come first. Before, such a specifier always fails.",
    },
  ],
} as const satisfies { readonly manual: string; readonly changes: readonly Change[] };

/** The characters that are replaced by `:` in values that are escaped; 6.4 replaces `/` and `^` as well. */
export const escapedCharacters = "!#$%&'*?`{|}~";
