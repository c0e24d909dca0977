import type { TagReader } from "./tag.ts";
import type { Trim } from "./template.ts";
import type { TemplateKind } from "./template-kind.ts";

/** The languages whose tags stand between an opening and a closing sign. */
export type TagKind = Extract<TemplateKind, "jinja" | "erb" | "mustache" | "go">;

/** How the tags of a language look. */
export interface TagLanguage {
  /** Where a tag opens. */
  readonly opening: RegExp;
  /** What closes a tag that opens so; undefined where it is no tag. */
  readonly closing: (opening: string) => string | undefined;
  /** Whether a closing sign in a string of the code does not count. */
  readonly hasStrings: boolean;
  /** What follows the opening sign and precedes the closing one where white space beside the tag goes. */
  readonly trimSign: RegExp;
  readonly trim: (sign: string) => Trim;
  /** What goes behind a tag without a sign. */
  readonly trimsAfter: (opening: string) => Trim;
  readonly read: (opening: string) => TagReader;
}

const jinja: TagLanguage = {
  opening: /\{[#%{]/g,
  closing: (opening) => ({ "{#": "#}", "{%": "%}", "{{": "}}" })[opening],
  hasStrings: true,
  trimSign: /[-+]/,
  trim: (sign) => (sign === "-" ? "blanks" : "none"),
  trimsAfter: (opening) => (opening === "{{" ? "none" : "perhaps-newline"),
  read: (opening) => (opening === "{{" ? readJinjaValue : opening === "{%" ? readJinjaStatement : readComment),
};

const erb: TagLanguage = {
  opening: /<%[%#=]?/g,
  closing: (opening) => (opening === "<%%" ? undefined : "%>"),
  hasStrings: false,
  trimSign: /-/,
  trim: () => "newline",
  trimsAfter: () => "none",
  read: (opening) => (opening === "<%#" ? readComment : (code) => readRuby(code, opening === "<%=")),
};

const mustache: TagLanguage = {
  opening: /\{\{(?:~?!--|\{)?/g,
  closing: (opening) => (opening.endsWith("!--") ? "--}}" : opening === "{{{" ? "}}}" : "}}"),
  hasStrings: false,
  trimSign: /~/,
  trim: () => "blanks",
  trimsAfter: () => "none",
  read: (opening) => (opening.endsWith("!--") ? readComment : readMustache),
};

const go: TagLanguage = {
  opening: /\{\{/g,
  closing: () => "}}",
  hasStrings: true,
  trimSign: /-/,
  trim: () => "blanks",
  trimsAfter: () => "none",
  read: () => readGo,
};

export const tagLanguages: Readonly<Record<TagKind, TagLanguage>> = { jinja, erb, mustache, go };

const readComment: TagReader = () => ({ kind: "comment", role: "none" });

/** `ansible_managed` is a remark, and the filter `comment` makes one of anything. */
const readJinjaValue: TagReader = (code) => {
  const remark = /^ansible_managed\b/.test(code) || /\|\s*comment\s*(\(.*\))?$/s.test(code);
  return { kind: remark ? "comment" : "value", role: "none" };
};

const readJinjaStatement: TagReader = (code) => {
  const word = /^\w*/.exec(code)?.[0] ?? "";
  if (["include", "extends"].includes(word)) return { kind: "value", role: "none" };
  if (["filter", "call"].includes(word)) return { kind: "control", role: "capture" };
  if (word === "macro" || (word === "set" && !code.includes("="))) return { kind: "control", role: "silence" };
  if (["if", "for", "block", "with", "autoescape"].includes(word)) return { kind: "control", role: "open" };
  if (["else", "elif"].includes(word)) return { kind: "control", role: "branch" };
  return { kind: "control", role: /^end(?!raw)/.test(word) ? "close" : "none" };
};

/** Ruby, and Puppet with its braces. */
function readRuby(code: string, value: boolean): ReturnType<TagReader> {
  const kind = value ? "value" : "control";
  if (/^\}?\s*(else|elsif|when|rescue|ensure)\b/.test(code)) return { kind, role: "branch" };
  const opens = /^(if|unless|case|while|until|for|begin)\b/.test(code) || /(\bdo|\{)\s*(\|[^|]*\|)?$/.test(code);
  if (opens && !/(\bend|\})$/.test(code) && !/^\|/.test(code)) return { kind, role: value ? "capture" : "open" };
  if (/\|[^|]*\|\s*\{$/.test(code)) return { kind, role: value ? "capture" : "open" };
  return { kind, role: /^(end\b|\})/.test(code) ? "close" : "none" };
}

const readMustache: TagReader = (code) => {
  if (code.startsWith("!")) return { kind: "comment", role: "none" };
  if (/^(\^\s*$|else\b)/.test(code)) return { kind: "control", role: "branch" };
  if (/^#\s*[*>]/.test(code)) return { kind: "control", role: "silence" };
  if (/^[#^]/.test(code)) return { kind: "control", role: "open" };
  return code.startsWith("/") ? { kind: "control", role: "close" } : { kind: "value", role: "none" };
};

const readGo: TagReader = (code) => {
  if (code.startsWith("/*")) return { kind: "comment", role: "none" };
  if (/^(if|range|with|block)\b/.test(code)) return { kind: "control", role: "open" };
  if (/^define\b/.test(code)) return { kind: "control", role: "silence" };
  if (/^else\b/.test(code)) return { kind: "control", role: "branch" };
  if (/^end\b/.test(code)) return { kind: "control", role: "close" };
  const silent = /^(break|continue)\b/.test(code) || /^\$\w+\s*(,\s*\$\w+\s*)?:?=/.test(code);
  return { kind: silent ? "control" : "value", role: "none" };
};
