import type { LookupService } from "./lookup-services.ts";
import type { OptionInfo } from "./option-info.ts";
import { type TablePlaceInfo, tablePlaces } from "./table-places.ts";

/** What the table of an option is asked for, and so how its entries must be written; none for an option without a table. */
export function optionServices(option: OptionInfo, regex = false): readonly LookupService[] {
  if (option.argument !== "table") return [];
  if (regex) return ["regex"];
  if (option.place === undefined) return option.services ?? [];
  const place: TablePlaceInfo = tablePlaces[option.place];
  return place.services;
}
