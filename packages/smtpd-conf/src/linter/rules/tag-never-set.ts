import type { TableUse } from "../../model/tables.ts";
import type { Token } from "../../parser/lexer/token.ts";
import type { CheckContext, Problem } from "../check.ts";
import { asWord, rewrite } from "../fix.ts";
import { regexSign } from "../regex-signs.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";
import type { TableEntry } from "../table-entries.ts";
import { asksForTag, sessionTags, tagEntries, tagsOfEntry } from "../tags.ts";

export const tagNeverSet: Rule = defineRule({
  code: "tag-never-set",
  summary: "A rule asks for a tag that no listener sets.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: (context) => {
    const tags = sessionTags(context.model);
    return {
      TableUse: (use) => {
        if (asksForTag(use)) for (const problem of problemsOf(use, tags, context)) context.report(problem);
      },
    };
  },
});

function problemsOf(use: TableUse, tags: ReadonlySet<string>, context: CheckContext): readonly Problem[] {
  const { model, analysis, target } = context;
  const entries = tagEntries(use, { model, tableFiles: analysis.tableFiles }) ?? [];
  const isRegex = ({ key }: TableEntry) => regexSign(key, use, target) !== undefined;
  const unset = entries.filter((entry) => tagsOfEntry(entry, use, tags)?.length === 0 && !isRegex(entry));
  const none = unset.length === entries.length;
  if (use.argument.kind === "TableReference") return none && unset.length > 0 ? [problemOfTable(use)] : [];
  return unset.map((entry) => ({
    span: entry.keySpan,
    message: `No listener sets ${use.regex ? "a tag that matches" : "the tag"} "${entry.key}"${consequence(use, none)}.`,
    ...wayOut(entry, use, tags, target),
  }));
}

function problemOfTable(use: TableUse): Problem {
  return {
    span: use.argument,
    message: `No listener sets a tag of this table${consequence(use, true)}.`,
    help: "Write one of them as an option of the listener that is meant: listen on … tag NAME.",
  };
}

/** What that means for the condition: all of its entries are so, or there are others. */
function consequence({ option }: TableUse, all: boolean): string {
  if (!all) return ", so this entry is never met";
  return option.not === undefined ? ", so this rule never matches" : ", so this condition is always true";
}

function wayOut(
  { key, keySpan }: TableEntry,
  { regex }: TableUse,
  tags: ReadonlySet<string>,
  target: CheckContext["target"],
): Pick<Problem, "help" | "fixes"> {
  const help = `Write it as an option of the listener that is meant: listen on … tag ${asWord(key)}.`;
  if (regex) return { help: "Write a tag that it matches as an option of the listener that is meant." };
  if (key.toLowerCase() === "local") return { help: helpForLocal(target) };
  const [best, ...others] = tags.size > mostTags ? [] : suggestionsFor(key.toLowerCase(), tags);
  if (best === undefined) return { help };
  const fixes = rewrite(`Write ${best}`, [[keySpan as Token, asWord(best)]], false);
  return { help: `Did you mean ${eitherOf([best, ...others])}?`, fixes };
}

/** More tags than this are not searched for one that was meant. */
const mostTags = 500;

function helpForLocal(target: CheckContext["target"]): string {
  return `Only up to 6.6 mail that is submitted on this machine has this tag by itself; for ${target} write: listen on socket tag "local".`;
}
