import type { Line, Option } from "../../parser/ast/nodes.ts";
import { isAtLeast } from "../../language/releases.ts";
import { type Check, defineCheck } from "../check.ts";
import { optionLabel, repeatedFamilies } from "../option-families.ts";

export const duplicateOption: Check = defineCheck({
  code: "duplicate-option",
  summary: "An option or condition can be given only once in a statement.",
  create: ({ target, report }) => {
    const visit = (line: Line, options: readonly Option[]) => {
      for (const { first, second } of repeatedFamilies(line, options, isAtLeast(target, "7.3"))) {
        if (first.name !== second.name && first.scope === undefined) continue;
        const label = first.name === second.name ? optionLabel(second) : (second.scope?.value ?? second.name);
        report({
          span: second,
          message: `"${label}" is given twice, and smtpd takes it only once.`,
          help: "Remove one of the two.",
          related: [{ span: first, message: "It was given here first." }],
        });
      }
    };
    return {
      ListenDirective: (line) => visit(line, line.options),
      ActionDirective: (line) => visit(line, line.options),
      MatchDirective: (line) => visit(line, line.conditions),
      ProcDirective: (line) => visit(line, line.options),
      ProcExecFilterDirective: (line) => visit(line, line.options),
    };
  },
});
