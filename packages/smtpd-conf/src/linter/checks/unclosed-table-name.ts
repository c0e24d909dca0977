import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { isEditable } from "../place.ts";

export const unclosedTableName: Check = defineCheck({
  code: "unclosed-table-name",
  summary: "The name of a table stands between < and >, in quotes where it has blanks.",
  precedence: 22,
  create: () => ({
    explain: (failure) => {
      const [open, name] = failure.line.tokens.slice(Math.max(0, failure.index - 2), failure.index);
      if (open?.value !== "<" || open.kind !== "Punctuation" || name?.kind !== "String") return undefined;
      return namesWithBlanks(failure, open, name) ?? unclosed(open, name);
    },
  }),
});

function unclosed(open: Token, name: Token): Problem {
  const span = { source: open.source, start: open.start, end: name.end };
  const end = { source: name.source, start: name.end, end: name.end };
  return {
    span,
    message: "The name of the table that opens here is not closed.",
    help: `Write ${textOf(span)}>.`,
    fixes: isEditable(name) ? [{ title: 'Add ">"', safe: true, edits: [{ span: end, text: ">" }] }] : [],
  };
}

/** `<mail users>` */
function namesWithBlanks({ line, index }: SyntaxFailure, open: Token, name: Token): Problem | undefined {
  const end = line.tokens.findIndex(({ kind }, at) => at >= index && kind !== "String" && kind !== "Keyword");
  const [last, close] = [line.tokens[end - 1], line.tokens[end]];
  if (close?.value !== ">" || last === undefined || end === index) return undefined;
  const inner = { source: name.source, start: name.start, end: last.end };
  const text = textOf(inner);
  const quoted = `"${text}"`;
  const fix: Fix = { title: "Put the name in quotes", safe: true, edits: [{ span: inner, text: quoted }] };
  const canBeQuoted = !/["\\\n]/.test(text) && [open, name, last].every(isEditable);
  return {
    span: inner,
    message: 'smtpd takes the first word for the name of the table, and expects ">" after it.',
    help: `Write <${quoted}> if the name has blanks.`,
    fixes: canBeQuoted ? [fix] : [],
  };
}
