import type { Definition, NameSpace } from "../model/symbols.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { optionSyntaxes } from "./option-syntaxes.ts";
import type { TextsOption } from "./rule-options.ts";

/** The option of rules on what nothing refers to. */
export const unusedAllowed = {
  kind: "texts",
  syntax: optionSyntaxes.name,
  summary: "Names that may be unused, such as those of a file that several configurations include.",
  default: [],
} as const satisfies TextsOption;

/** Reports the definitions of one name space that nothing refers to. Of a name that is defined twice, only the first. */
export function unusedNames(
  { model, report }: CheckContext,
  space: NameSpace,
  describe: (definition: Definition) => Problem | undefined,
): Visitor {
  return {
    end: () => {
      for (const { definitions, references } of model.symbols().get(space)?.values() ?? []) {
        const [definition] = definitions;
        if (definition === undefined || references.length > 0) continue;
        const problem = describe(definition);
        if (problem !== undefined) report(problem);
      }
    },
  };
}
