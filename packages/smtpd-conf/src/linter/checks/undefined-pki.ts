import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedPki: Check = defineCheck({
  code: "undefined-pki",
  summary: "A listener must name a pki that is defined further up.",
  create: (context) => {
    const visitor = undefinedNames(context, "pki", "pki");
    return {
      Reference: (reference) => {
        const lowered = context.model.definitions.find(
          ({ space, name }) => space === "pki" && name === reference.word.value.toLowerCase(),
        );
        const misspelled = reference.space === "pki" && reference.state === "undefined" && lowered !== undefined;
        if (!misspelled) return visitor.Reference?.(reference);
        const { word } = reference;
        context.report({
          span: word,
          message: `There is no pki "${word.value}": from 7.3 on, smtpd keeps the name of a pki in lower case and a listener must write it so.`,
          help: `Write "${lowered.name}".`,
          related: [{ span: lowered.word, message: "The pki is defined here." }],
          fixes: [{ title: "Write the name in lower case", safe: true, edits: [{ span: word, text: quoteLike(word, lowered.name) }] }],
        });
      },
    };
  },
});

function quoteLike(word: { readonly quoted: boolean }, name: string): string {
  return word.quoted ? `"${name}"` : name;
}
