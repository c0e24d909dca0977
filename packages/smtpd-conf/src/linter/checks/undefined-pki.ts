import type { Definition, Reference } from "../../model/symbols.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { asWord, rewrite } from "../fix.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedPki: Check = defineCheck({
  code: "undefined-pki",
  summary: "A listener must name a pki that is defined further up.",
  create: (context) => {
    const visitor = undefinedNames(context, "pki");
    return {
      Reference: (reference) => {
        if (reference.space !== "pki" || reference.state !== "undefined") return;
        const lowered = context.model.symbols().get("pki")?.get(reference.name.toLowerCase())?.definitions[0];
        if (lowered === undefined) visitor.Reference?.(reference);
        else context.report(wrongCase(reference, lowered));
      },
    };
  },
});

/** From 7.3 on, smtpd keeps the name of a pki in lower case, and looks for the one of a listener as it is written. */
function wrongCase({ word }: Reference, { name, word: definition }: Definition): Problem {
  return {
    span: word,
    message: `There is no pki "${word.value}": from 7.3 on smtpd keeps the names of pki in lower case, and a listener must write them so.`,
    help: `Write "${name}".`,
    related: [{ span: definition, message: "The pki." }],
    fixes: rewrite("Write the name in lower case", [[word, word.quoted ? `"${name}"` : asWord(name)]]),
  };
}
