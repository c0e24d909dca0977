import { optionLists } from "./option-lists.ts";

/** The statements in which a keyword is an option: `listen on`, `action … relay`. */
export function optionPlaces(word: string): string[] {
  return optionLists.filter(({ options }) => options.some(({ name }) => name === word)).map(({ place }) => place);
}
