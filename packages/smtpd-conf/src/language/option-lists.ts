import { closingOptions, deliveryMethods, deliveryOptions, relayMethod, relayOptions } from "./action-options.ts";
import { filterConditions, filterDecisions } from "./filter-phases.ts";
import { interfaceOptions, socketOptions } from "./listen-options.ts";
import { forConditions, fromConditions, plainConditions } from "./match-conditions.ts";
import type { OptionInfo } from "./option-info.ts";
import type { Availability } from "./releases.ts";
import { addressFamilies, pkiParameters, processParameters } from "./statements.ts";

/** The options that can stand at one place of the language; what has no dates of its own has those of the place. */
export interface OptionList extends Availability {
  /** The words before the options, with … for what varies. */
  readonly place: string;
  readonly options: readonly OptionInfo[];
}

/** Every option, condition and decision of the language by the place where it can stand. */
export const optionLists: readonly OptionList[] = [
  { place: "listen on", options: interfaceOptions },
  { place: "listen on socket", options: socketOptions },
  { place: "action … relay", options: relayOptions },
  { place: "action", options: [...deliveryMethods, relayMethod, ...deliveryOptions, ...closingOptions] },
  { place: "match", options: plainConditions },
  { place: "match … from", options: fromConditions },
  { place: "match … for", options: forConditions },
  { place: "filter … phase … match", since: "6.6.0", options: [...filterConditions, ...filterDecisions] },
  { place: "pki", options: pkiParameters },
  { place: "proc", since: "6.6.0", options: processParameters },
  { place: "mta limit", options: addressFamilies },
];
