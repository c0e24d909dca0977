import { reportPatterns, type WrittenPattern } from "../regex-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";
import { regexForWildcards } from "../wildcard-regex.ts";

export const globInRegex: Rule = defineRule({
  code: "glob-in-regex",
  summary: "A regular expression begins with an asterisk, as if that stood for any text.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) =>
    reportPatterns(context, (pattern) => {
      const { text, part } = pattern;
      const [begin] = /^\^?\*+/.exec(text) ?? [];
      if (begin === undefined) return undefined;
      return {
        span: part(begin.indexOf("*"), begin.replace("^", "").length),
        message: `"${text}" never matches: in a regular expression "*" repeats what stands before it, and nothing does.`,
        ...wayOut(pattern),
      };
    }),
});

/** Only what is otherwise plain text is sure to be meant as wildcards. */
function wayOut({ text, rewritten }: WrittenPattern) {
  const wanted = /^[\w.@*+-]+$/.test(text) ? regexForWildcards(text) : "";
  if (wanted === "") return { help: 'Any text is ".*", which can be left out at either end.' };
  return { help: `Write "${wanted}".`, fixes: rewritten(`Write "${wanted}"`, wanted) };
}
