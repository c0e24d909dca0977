import type { Definition, NameSpace } from "../model/symbols.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { matchesName } from "./name-patterns.ts";
import { optionSyntaxes } from "./option-syntaxes.ts";
import type { TextsOption } from "./rule-options.ts";

/** The option of rules on what nothing refers to. */
export const unusedAllowed = {
  kind: "texts",
  syntax: optionSyntaxes.name,
  summary: "Names that may be unused, such as those of a file that several configurations include.",
  default: [],
} as const satisfies TextsOption;

/**
 * Reports the definitions of one name space that nothing refers to, but for the names that may be unused. Of a name that is
 * defined twice, only the first.
 */
export function unusedNames(
  { model, report }: CheckContext,
  space: NameSpace,
  { names }: { readonly names: readonly string[] },
  describe: (definition: Definition) => Problem | undefined,
): Visitor {
  return {
    end: () => {
      for (const { definitions, references } of model.symbols().get(space)?.values() ?? []) {
        const [definition] = definitions;
        if (definition === undefined || references.length > 0 || mayBeUnused(definition, names)) continue;
        const problem = describe(definition);
        if (problem !== undefined) report(problem);
      }
    },
  };
}

/** Whether a definition is one of those that an option lets be. */
export function mayBeUnused({ name }: Pick<Definition, "name">, names: readonly string[]): boolean {
  return names.some((pattern) => matchesName(name, pattern));
}
