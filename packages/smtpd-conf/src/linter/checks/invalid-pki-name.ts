import { longestHostName } from "../../language/lexical-limits.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { isHostName } from "../host-name.ts";

export const invalidPkiName: Check = defineCheck({
  code: "invalid-pki-name",
  summary: 'The name of a pki or ca is a host name or "*".',
  create: ({ report }) => {
    const check = (what: string, name: Word) => {
      const problem = problemOf(what, name);
      if (problem !== undefined) report(problem);
    };
    return {
      PkiDirective: ({ name }) => check("pki", name),
      CaDirective: ({ name }) => check("ca", name),
    };
  },
});

function problemOf(what: string, name: Word): Problem | undefined {
  if (name.value === "*") return undefined;
  if (!isHostName(name.value)) {
    const message = `"${name.value}" is not a host name, and the name of a ${what} must be one.`;
    return { span: name, message, help: 'Write a host name such as "mail.example.org", or "*".' };
  }
  if (name.value.length <= longestHostName) return undefined;
  const message = `The name of this ${what} has ${name.value.length} characters, and smtpd takes at most ${longestHostName}.`;
  return { span: name, message };
}
