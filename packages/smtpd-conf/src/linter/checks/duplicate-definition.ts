import { builtinTables } from "../../model/tables.ts";
import type { Definition } from "../../model/symbols.ts";
import { type Check, defineCheck } from "../check.ts";

const nouns: Readonly<Record<string, string>> = {
  table: "table",
  action: "action",
  filter: "filter",
  proc: "proc",
  wrapper: "mda wrapper",
};

export const duplicateDefinition: Check = defineCheck({
  code: "duplicate-definition",
  summary: "A table, action, filter, proc or mda wrapper can be defined only once.",
  create: ({ report }) => {
    const first = new Map<string, Definition>();
    return {
      Definition: (definition) => {
        const { space, name, word, failed } = definition;
        const noun = nouns[space];
        if (noun === undefined || failed) return;
        if (space === "table" && builtinTables.has(name)) {
          return report({ span: word, message: `smtpd has a table "${name}" of its own.`, help: "Choose another name." });
        }
        const key = `${space} ${name}`;
        const earlier = first.get(key);
        if (earlier === undefined) return void first.set(key, definition);
        if (replacesProc(definition)) return;
        report({
          span: word,
          message: `There is already a ${noun} "${name}", and smtpd refuses a second one.`,
          related: [{ span: earlier.word, message: `The first ${noun} "${name}".` }],
        });
      },
    };
  },
});

/** `filter NAME proc-exec` makes a proc of the same name and replaces an earlier one without a word. */
function replacesProc({ space, line }: Definition): boolean {
  return space === "proc" && line.kind === "ProcExecFilterDirective";
}
