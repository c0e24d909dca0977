import type { Model, TableUse } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";

const indexes = new WeakMap<Model, ReadonlyMap<string, readonly TableUse[]>>();

/** The uses of a table by its name, in the order of the text. */
export function usesOfTable({ model }: Snapshot, name: string): readonly TableUse[] {
  const index = indexes.get(model) ?? indexUses(model);
  indexes.set(model, index);
  return index.get(name) ?? [];
}

function indexUses({ tableUses }: Model): ReadonlyMap<string, readonly TableUse[]> {
  const index = new Map<string, TableUse[]>();
  for (const use of tableUses) {
    if (use.argument.kind !== "TableReference") continue;
    const name = use.argument.name.value;
    const uses = index.get(name);
    if (uses === undefined) index.set(name, [use]);
    else uses.push(use);
  }
  return index;
}
