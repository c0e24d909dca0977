import type { Release } from "../../language/releases.ts";
import { servicesOf } from "../../language/table-backends.ts";
import { acceptedKinds, acceptedServices, type TableKind, type TablePlace } from "../../language/table-places.ts";
import type { TableUse } from "../../model/tables.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { optionLabel } from "../option-families.ts";
import { eitherOf } from "../suggestions.ts";

const names: Readonly<Record<TableKind, string>> = {
  list: "a list",
  mapping: "a mapping (key = value)",
  dynamic: "a database or program",
  none: "a table without entries",
  unknown: "a table",
};

export const tableKindMismatch: Check = defineCheck({
  code: "table-kind-mismatch",
  summary: "Each place that takes a table wants a list, a mapping, or either.",
  create: ({ target, report }) => ({
    TableUse: (use) => {
      const problem = isChecked(use) ? problemOf(use, target) : undefined;
      if (problem !== undefined) report(problem);
    },
  }),
});

/** A use of a table in a place where smtpd looks what the table is. */
type CheckedUse = TableUse & { readonly place: TablePlace };

function isChecked(use: TableUse): use is CheckedUse {
  return use.place !== undefined;
}

function problemOf(use: CheckedUse, target: Release): Problem | undefined {
  const { table, place, regex } = use;
  if (table === undefined || table.kind === "unknown") return undefined;
  const kinds = acceptedKinds(place, regex, target);
  if (table.kind !== "dynamic" && !kinds.includes(table.kind)) return kindProblem(use, table.kind, kinds, target);
  const offered = servicesOf(table.backend, target);
  const wanted = acceptedServices(place, regex, target);
  if (offered === undefined || wanted.some((service) => offered.includes(service))) return undefined;
  return {
    span: use.argument,
    message: `A table of type ${table.backend} cannot answer ${eitherOf(wanted, "")} lookups, which "${label(use)}" needs.`,
    help: table.backend === "db" ? "From 7.3 on it can." : "Use a table that is a file or a program.",
  };
}

function kindProblem(use: CheckedUse, kind: TableKind, kinds: readonly TableKind[], target: Release): Problem {
  const wanted = eitherOf(
    kinds.map((accepted) => names[accepted]),
    "",
  );
  return {
    span: use.argument,
    message: `"${label(use)}" takes ${wanted}, and this is ${names[kind]}.`,
    help: helpFor(use, kind, target),
  };
}

function helpFor(use: CheckedUse, kind: TableKind, target: Release): string | undefined {
  if (kind === "mapping" && acceptedKinds(use.place, use.regex, "7.9").includes("mapping")) {
    return `From 7.5 on a mapping is taken too; the target is ${target}.`;
  }
  if (kind === "mapping") return "List the keys in a table of their own.";
  if (kind === "none") return "Give the table a file or entries.";
  return exampleOf(use.place);
}

function exampleOf(place: TablePlace): string | undefined {
  if (place === "action alias") return 'Write entries such as { "postmaster" = "root" }.';
  if (place === "action virtual") return 'Write entries such as { "info@example.org" = "alice" }.';
  if (place === "relay auth") return 'Write entries such as { "label" = "user:password" }.';
  return "Write entries of the form key = value.";
}

function label(use: CheckedUse): string {
  return `${optionLabel(use.option)}${use.regex ? " regex" : ""}`;
}
