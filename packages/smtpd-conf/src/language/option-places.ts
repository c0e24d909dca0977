import { deliveryMethods, deliveryOptions, relayOptions } from "./action-options.ts";
import { filterConditions, filterDecisions } from "./filter-phases.ts";
import { interfaceOptions } from "./listen-options.ts";
import { forConditions, fromConditions, plainConditions } from "./match-conditions.ts";
import type { OptionInfo } from "./option-info.ts";
import { pkiParameters, processParameters } from "./statements.ts";

const lists: readonly (readonly [string, readonly OptionInfo[]])[] = [
  ["listen on", interfaceOptions],
  ["action … relay", relayOptions],
  ["action", [...deliveryMethods, ...deliveryOptions]],
  ["match", plainConditions],
  ["match … from", fromConditions],
  ["match … for", forConditions],
  ["filter … phase … match", [...filterConditions, ...filterDecisions]],
  ["pki", pkiParameters],
  ["proc", processParameters],
];

/** The statements in which a keyword is an option: `listen on`, `action … relay`. */
export function optionPlaces(word: string): string[] {
  return lists.filter(([, options]) => options.some(({ name }) => name === word)).map(([place]) => place);
}
