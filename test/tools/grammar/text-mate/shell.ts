import { bareWord, type Pattern, quotedOnLine, type Repository, scopes, wordEnd, wordStart } from "./words.ts";

/** The scope of a command for `/bin/sh`; editors are told that its language is that of the shell. */
export const shellScope = scopes("meta.embedded.line.shell");

/** A capture that is a quoted string with a command in it. The quotes end the command, whatever it has open itself. */
function quotedCommand(): Pattern {
  return {
    name: scopes("string.quoted", "meta.command"),
    patterns: [
      {
        match: "([\"'])(.*)(\\1)",
        captures: {
          1: { name: scopes("punctuation.definition.string.begin") },
          2: { name: shellScope, patterns: [{ include: "#format-specifier" }, { include: "source.shell" }] },
          3: { name: scopes("punctuation.definition.string.end") },
        },
      },
    ],
  };
}

/**
 * Commands that smtpd gives to `/bin/sh`, in strings on one line: `mda "…"`, `proc-exec "…"`, and, where a name comes first,
 * `wrapper NAME "…"` and `proc NAME "…"`.
 */
export const shellPatterns: Repository = {
  "shell-argument": {
    patterns: [
      // Matches nothing: an editor loads the grammars that rules include, but does not look into captures for them.
      { match: "(?!)", patterns: [{ include: "source.shell" }] },
      {
        match: `${wordStart}(mda|proc-exec)${wordEnd}\\s*(${quotedOnLine})`,
        captures: { 1: { name: scopes("keyword.other.method") }, 2: quotedCommand() },
      },
      {
        match: `${wordStart}(wrapper)${wordEnd}\\s*(${bareWord}|${quotedOnLine})\\s*(${quotedOnLine})`,
        captures: {
          1: { name: scopes("keyword.other.option") },
          2: { name: scopes("entity.name.function.wrapper") },
          3: quotedCommand(),
        },
      },
    ],
  },
  "proc-command": {
    match: `\\G\\s*(${bareWord}|${quotedOnLine})\\s*(${quotedOnLine})`,
    captures: { 1: { name: scopes("entity.name.function.proc") }, 2: quotedCommand() },
  },
};
