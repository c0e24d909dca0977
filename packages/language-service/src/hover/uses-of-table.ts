import { groupedBy, type Model, type TableUse } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";

/** Tables without a name have none as their key. */
type UsesByTable = ReadonlyMap<string | undefined, readonly TableUse[]>;

const indexes = new WeakMap<Model, UsesByTable>();

/** The uses of a table by its name, in the order of the text. */
export function usesOfTable({ model }: Snapshot, name: string): readonly TableUse[] {
  const index = indexes.get(model) ?? indexUses(model);
  indexes.set(model, index);
  return index.get(name) ?? [];
}

function indexUses({ tableUses }: Model): UsesByTable {
  return groupedBy(tableUses, ({ argument }) => (argument.kind === "TableReference" ? argument.name.value : undefined));
}
