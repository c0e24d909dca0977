import type { Definition, NameSpace, Reference } from "../../model/symbols.ts";
import { writeWord } from "../../parser/write-word.ts";
import type { CheckContext, Visitor } from "../check.ts";
import { rewrite } from "../fix.ts";
import { isEditable } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

export const consistentQuoting: Rule = defineRule({
  code: "consistent-quoting",
  summary: "A name is written with quotes in one place and without them in another.",
  category: "style",
  severity: "hint",
  recommended: false,
  strict: true,
  fix: "safe",
  scope: "statement",
  options: {
    style: {
      kind: "choice",
      choices: ["as-defined", "always", "never"],
      summary:
        "How names are written: everywhere as where they are defined, always in quotes (but for tables), or never where they can do without.",
      default: "as-defined",
    },
  },
  create: (context, { style }) => (style === "as-defined" ? likeDefinitions(context) : inStyle(style, context)),
});

function likeDefinitions({ model, report }: CheckContext): Visitor {
  const definitions = new Map<NameSpace, Map<string, Definition>>([...spaces].map((space) => [space, new Map()]));
  for (const definition of model.definitions) definitions.get(definition.space)?.set(definition.name, definition);
  return {
    Reference: (reference) => {
      const definition = definitions.get(reference.space)?.get(reference.name);
      if (definition === undefined || definition.word.quoted === reference.word.quoted) return;
      if (!isEditable(definition.word) || !isEditable(reference.word)) return;
      const { word } = definition;
      const text = word.source.text.slice(word.start, word.end);
      report({
        span: reference.word,
        message: `The name "${reference.name}" has ${word.quoted ? "quotes" : "no quotes"} where it is defined.`,
        help: `Write ${text}, as there.`,
        related: [{ span: word, message: "It is defined here." }],
        fixes: rewrite(`Write ${text}`, [[reference.word, text]]),
      });
    },
  };
}

/** Reports names with quotes, or without, wherever they stand. */
function inStyle(style: "always" | "never", { target, report }: CheckContext): Visitor {
  const judge = ({ space, name, word }: Definition | Reference) => {
    if (!spaces.has(space) || !isEditable(word) || word.quoted === (style === "always")) return;
    if (style === "always" ? space === "table" : writeWord(name, target) !== name) return;
    const text = style === "always" ? `"${name}"` : name;
    report({
      span: word,
      message: style === "always" ? `The name "${name}" has no quotes.` : `The name "${name}" needs no quotes.`,
      help: `Write ${text}, as your settings ask for.`,
      fixes: rewrite(`Write ${text}`, [[word, text]]),
    });
  };
  return { Definition: judge, Reference: judge };
}

/** The names that are references everywhere; those of tags and certificates are compared in upper and lower case alike. */
const spaces: ReadonlySet<NameSpace> = new Set(["action", "filter", "proc", "wrapper", "table"]);
