import type { Definition } from "../../model/symbols.ts";
import { builtinTables } from "../../model/tables.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

const nouns: Readonly<Record<string, string>> = {
  table: "a table",
  action: "an action",
  filter: "a filter",
  proc: "a proc",
  wrapper: "an mda wrapper",
};

export const duplicateDefinition: Check = defineCheck({
  code: "duplicate-definition",
  summary: "A table, action, filter, proc or mda wrapper can be defined only once.",
  remembers: true,
  create: ({ report }) => {
    const first = new Map(Object.keys(nouns).map((space) => [space, new Map<string, Definition>()]));
    return {
      Definition: (definition) => {
        const { space, name, failed } = definition;
        if (nouns[space] === undefined || failed) return;
        if (space === "table" && builtinTables.has(name)) return report(builtinTable(definition));
        const earlier = first.get(space)?.get(name);
        if (earlier === undefined) return void first.get(space)?.set(name, definition);
        if (!replacesProc(definition)) report(secondDefinition(definition, earlier));
      },
    };
  },
});

function builtinTable({ name, word }: Definition): Problem {
  const message = `smtpd has a table "${name}" of its own, and refuses another one.`;
  return { span: word, message, help: "Choose another name." };
}

function secondDefinition({ space, name, word }: Definition, earlier: Definition): Problem {
  const byFilter = space === "proc" && earlier.line.kind === "ProcExecFilterDirective";
  return {
    span: word,
    message: `There is already ${nouns[space]} "${name}", and smtpd refuses a second one.`,
    help: "Rename or remove one of the two.",
    related: [
      {
        span: earlier.word,
        message: byFilter ? `The filter's proc-exec makes a proc "${name}" here.` : `"${name}" is defined here first.`,
      },
    ],
  };
}

/** `filter NAME proc-exec` makes a proc of the same name and replaces an earlier one without a word. */
function replacesProc({ space, line }: Definition): boolean {
  return space === "proc" && line.kind === "ProcExecFilterDirective";
}
