import type { Token } from "../../parser/lexer/token.ts";
import type { Source } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";

export const crlfLineEndings: Check = defineCheck({
  code: "crlf-line-endings",
  summary: "Lines end with a newline alone; smtpd refuses a carriage return.",
  precedence: 11,
  remembers: true,
  create: () => {
    // One finding a file: all lines of it that end so, or the first carriage return within a line.
    const found = new Map<Source, Problem>();
    return {
      explain: ({ token, line }) => {
        const first = line.tokens[0] as Token;
        if (found.has(first.source) && isContinuation(first)) return found.get(first.source);
        if (token?.kind !== "Illegal" || token.value !== "\r") return undefined;
        const problem = found.get(token.source) ?? problemAt(token);
        found.set(token.source, problem);
        return problem;
      },
    };
  },
});

/** Whether the line above ends with a backslash that the carriage return keeps from continuing it. */
function isContinuation({ source, start }: Token): boolean {
  const newline = source.text.lastIndexOf("\n", start - 1);
  return newline > 0 && source.text.slice(newline - 2, newline) === "\\\r";
}

function problemAt(token: Token): Problem {
  const { source, start, end } = token;
  if (source.text.includes("\n") && source.text.charAt(end) !== "\n") {
    const message = "There is a carriage return within this line, and smtpd takes it for a mistake.";
    return { span: { source, start, end }, message, help: "Remove it." };
  }
  return {
    span: { source, start, end },
    message: "The lines of this file end with a carriage return, which smtpd takes for a mistake in each of them.",
    help: "Save the file with Unix line endings (LF).",
    fixes: [unixLineEndings(source)],
  };
}

/** Removes each carriage return before a newline; where there are none of those, each one becomes a newline. */
function unixLineEndings(source: Source): Fix {
  const dos = source.text.includes("\n");
  const matches = source.text.matchAll(dos ? /\r(?=\n)/g : /\r/g);
  const edits = [...matches].map(({ index }) => ({
    span: { source, start: index, end: index + 1 },
    text: dos ? "" : "\n",
  }));
  return { title: "Use Unix line endings", safe: true, edits };
}
