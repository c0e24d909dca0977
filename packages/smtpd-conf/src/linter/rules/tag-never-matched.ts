import type { Model } from "../../model/model.ts";
import type { ListenDirective, Option } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import type { CheckContext, Problem } from "../check.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";
import { asksForTag, tagEntries, tagsOfEntry } from "../tags.ts";

export const tagNeverMatched: Rule = defineRule({
  code: "tag-never-matched",
  summary: "A listener sets a tag that no rule asks for.",
  category: "dead-code",
  severity: "info",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: (context) => ({
    end: () => {
      for (const tag of unreadTags(context)) context.report(problemOf(tag));
    },
  }),
});

/** Where a tag is set first. */
interface TagOption {
  readonly name: string;
  readonly option: Option;
  readonly line: ListenDirective;
}

/** The tags that no rule asks for; none where we do not know what some rule asks for. */
function unreadTags({ model, analysis }: CheckContext): readonly TagOption[] {
  const unread = tagOptions(model);
  for (const use of model.tableUses) {
    if (unread.size === 0) break;
    if (!asksForTag(use)) continue;
    for (const entry of tagEntries(use, { model, tableFiles: analysis.tableFiles }) ?? [undefined]) {
      const asked = entry && tagsOfEntry(entry, use, unread);
      if (asked === undefined) return [];
      for (const tag of asked) unread.delete(tag);
    }
  }
  return [...unread.values()];
}

function tagOptions({ listeners }: Model): Map<string, TagOption> {
  const options = new Map<string, TagOption>();
  for (const line of listeners) {
    const option = line.options.find(({ name }) => name === "tag");
    const name = (option?.argument as Word | undefined)?.value;
    if (option === undefined || name === undefined || options.has(foldCase(name))) continue;
    options.set(foldCase(name), { name, option, line });
  }
  return options;
}

function problemOf({ name, option, line }: TagOption): Problem {
  return {
    span: option,
    message: `No rule asks for the tag "${name}".`,
    help: `Write tag ${name} in the rule that is meant for this listener, or remove it.`,
    fixes: removal("Remove the tag", line, option, false),
  };
}
