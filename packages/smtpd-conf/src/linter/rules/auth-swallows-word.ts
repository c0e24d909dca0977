import { interfaceOptions } from "../../language/listen-options.ts";
import type { Model } from "../../model/model.ts";
import type { Word } from "../../parser/lexer/token.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { suggestionsFor } from "../suggestions.ts";

export const authSwallowsWord: Rule = defineRule({
  code: "auth-swallows-word",
  summary: "A word behind auth is taken as a list of users, and nobody can log in.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    Option: ({ name, argument }, line) => {
      if (line.kind !== "ListenDirective" || (name !== "auth" && name !== "auth-optional")) return;
      if (argument?.kind !== "String") return;
      context.report({ ...swallowed(argument, name), ...wayOut(argument, context.model) });
    },
  }),
});

function swallowed(word: Word, option: string): Problem {
  return {
    span: word,
    message: `"${option}" takes "${word.value}" as a list of users without passwords, and no login succeeds.`,
  };
}

/** The options that stand alone, so that one of them can take the place of the word. */
const lonely = interfaceOptions.filter(({ argument }) => argument === "none").map(({ name }) => name);

function wayOut(word: Word, model: Model): Pick<Problem, "help" | "fixes"> {
  const { value } = word;
  if (model.symbols().get("table")?.get(value)?.definitions.length) return tableMeant(word);
  if (value === "mask-source") return optionMeant(word, "mask-src", 'Since 6.4 "mask-source" is called "mask-src".');
  const [near] = suggestionsFor(value, lonely);
  if (near !== undefined) return optionMeant(word, near, `Did you mean the option "${near}"?`);
  if (/^(?:\/|[a-z]+:\/)/.test(value)) return { help: `Define a table for it, and name that table in angle brackets.` };
  return { help: "Name a table in angle brackets, or write nothing to let in the users of the system." };
}

function tableMeant(word: Word): Pick<Problem, "help" | "fixes"> {
  const reference = `<${/^\w+$/.test(word.value) ? word.value : `"${word.value}"`}>`;
  const fixes = rewrite(`Write ${reference}`, [[word, reference]], false);
  return { help: "A table is named in angle brackets.", fixes };
}

function optionMeant(word: Word, option: string, help: string): Pick<Problem, "help" | "fixes"> {
  return { help, fixes: rewrite(`Write ${option}`, [[word, option]], false) };
}
