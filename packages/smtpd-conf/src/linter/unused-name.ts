import type { Definition, NameSpace } from "../model/symbols.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";

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
