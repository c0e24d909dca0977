import type { Definition, NameSpace } from "../../model/symbols.ts";
import { rewrite } from "../fix.ts";
import { isEditable } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

export const consistentQuoting: Rule = defineRule({
  code: "consistent-quoting",
  summary: "A name is written with quotes in one place and without them in another.",
  category: "style",
  severity: "hint",
  recommended: false,
  fix: "safe",
  scope: "statement",
  create: ({ model, report }) => {
    const definitions = new Map<string, Definition>();
    for (const definition of model.definitions) definitions.set(keyOf(definition), definition);
    return {
      Reference: (reference) => {
        const definition = spaces.has(reference.space) ? definitions.get(keyOf(reference)) : undefined;
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
  },
});

/** The names that are references everywhere; those of tags and certificates are compared in upper and lower case alike. */
const spaces: ReadonlySet<NameSpace> = new Set(["action", "filter", "proc", "wrapper", "table"]);

function keyOf({ space, name }: Pick<Definition, "space" | "name">): string {
  return `${space} ${name}`;
}
