import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

const plain: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201a": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u00a0": " ",
  "\u202f": " ",
  "\u200b": "",
};

export const smartQuotes: Check = defineCheck({
  code: "smart-quotes",
  summary: "Typographic quotes, dashes and blanks are no part of the language.",
  precedence: 20,
  create: () => ({
    explain: ({ token }) => {
      const text = token?.kind === "Illegal" ? plain[token.value] : undefined;
      if (token === undefined || text === undefined) return undefined;
      const name = `U+${(token.value.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      return {
        span: token,
        message: `This is a typographic character (${name}), as web pages and word processors make them.`,
        help: text.trim() === "" ? "Write a plain blank." : `Write a plain ${text}`,
        fixes: isEditable(token)
          ? [{ title: "Write it plainly", safe: true, edits: [{ span: token, text }] }]
          : [],
      };
    },
  }),
});
