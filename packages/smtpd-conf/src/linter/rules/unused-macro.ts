import type { Line, MacroDefinition } from "../../parser/ast/nodes.ts";
import type { Configuration } from "../../parser/configuration.ts";
import type { Problem } from "../check.ts";
import { deletion } from "../deletion.ts";
import { macroNamesIn } from "../macro-names.ts";
import { defineRule, type Rule } from "../rule.ts";
import { mayBeUnused, unusedAllowed } from "../unused-name.ts";

export const unusedMacro: Rule = defineRule({
  code: "unused-macro",
  summary: "A macro that is never used changes nothing.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: ({ configuration, report }, { names }) => ({
    end: () => {
      const unused = unusedIn(configuration);
      for (const [name, line] of unused) if (!mayBeUnused({ name }, names)) report(problemOf(line));
    },
  }),
});

/** The first definition of each macro that is not used; one given by `-D` does not count, for the file only has its default. */
function unusedIn({ lines, macros, macroUses }: Configuration): ReadonlyMap<string, MacroDefinition> {
  const unused = new Map<string, MacroDefinition>();
  for (const line of lines) {
    if (line.kind !== "MacroDefinition" || macros.get(line.name.value)?.persistent) continue;
    if (!unused.has(line.name.value)) unused.set(line.name.value, line);
  }
  for (const { name } of macroUses) unused.delete(name);
  if (unused.size > 0) for (const line of lines) for (const name of meantIn(line)) unused.delete(name);
  return unused;
}

/** The macros whose `$name` stands in quotes or within a word, where smtpd does not see it: that has rules of its own. */
function meantIn({ tokens }: Line): readonly string[] {
  return tokens.flatMap(({ value }) => macroNamesIn(value).map(({ name }) => name));
}

function problemOf(line: MacroDefinition): Problem {
  const name = line.name.value;
  return {
    span: line.name,
    message: `The macro "${name}" is never used.`,
    help: `Write $${name} where its value is meant to stand, or delete it.`,
    fixes: deletion(`Delete the macro "${name}"`, line),
  };
}
