import type { MacroDefinition } from "../../parser/ast/nodes.ts";
import type { Configuration } from "../../parser/configuration.ts";
import { type Macro, macroFrom } from "../../parser/macros/macro-table.ts";
import type { Problem } from "../check.ts";
import { deletion } from "../deletion.ts";
import { defineRule, type Rule } from "../rule.ts";

export const macroRedefined: Rule = defineRule({
  code: "macro-redefined",
  summary: "The value of a macro is replaced before it is used.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ configuration, report }) => {
    const last = new Map<string, MacroDefinition>();
    const values = usedValues(configuration);
    return {
      MacroDefinition: (line) => {
        const name = line.name.value;
        const earlier = last.get(name);
        last.set(name, line);
        if (earlier === undefined || earlier.source !== line.source) return;
        const used = values.get(name);
        if (used !== undefined && !used.has(placeOf(macroFrom(name, earlier.value)))) report(problemOf(earlier, line));
      },
    };
  },
});

/** The values that are used of each macro, by the places where they were written; without those that `-D` fixes. */
function usedValues({ macroUses }: Configuration): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { name, macro } of macroUses) {
    if (macro === undefined || macro.persistent) continue;
    const used = values.get(name) ?? new Set();
    values.set(name, used.add(placeOf(macro)));
  }
  return values;
}

function placeOf({ origin }: Macro): string {
  return `${origin.source.path} ${origin.start}`;
}

function problemOf(earlier: MacroDefinition, { name }: MacroDefinition): Problem {
  return {
    span: earlier.name,
    message: `This value of the macro "${name.value}" is replaced before it is used.`,
    help: "Give one of the two another name, or delete the first.",
    related: [{ span: name, message: "It is defined again here." }],
    fixes: deletion("Delete the first definition", earlier),
  };
}
