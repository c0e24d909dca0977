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
  const { value } = name;
  if (value === "*") return undefined;
  if (!isHostName(value)) {
    const message = `"${value}" is not a host name, and the name of a ${what} must be one.`;
    return { span: name, message, help: helpFor(value) };
  }
  if (value.length <= longestHostName) return undefined;
  return {
    span: name,
    message: `The name of this ${what} has ${value.length} characters, and smtpd takes at most ${longestHostName} on Linux.`,
    help: "Choose a shorter name, here and where it is used.",
  };
}

function helpFor(name: string): string {
  if (name.startsWith("*.")) return `A wildcard can only stand alone: write "*", or a name such as "${name.slice(2)}".`;
  if (/[^ -~]/.test(name)) return "Write an international domain in its ASCII form (xn--…).";
  return 'Write a host name such as "mail.example.org", or "*".';
}
