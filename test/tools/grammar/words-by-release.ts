import { filterPhases } from "../../../packages/smtpd-conf/src/language/filter-phases.ts";
import type { OptionInfo } from "../../../packages/smtpd-conf/src/language/option-info.ts";
import { type OptionList, optionLists } from "../../../packages/smtpd-conf/src/language/option-lists.ts";
import { type Availability, type Release, releases } from "../../../packages/smtpd-conf/src/language/releases.ts";
import { settings } from "../../../packages/smtpd-conf/src/language/settings.ts";
import { statements } from "../../../packages/smtpd-conf/src/language/statements.ts";

interface Dated {
  readonly text: string;
  readonly since: Release | undefined;
}

/** What each release after the first brought to the grammar, by the catalogue. */
export function wordsByRelease(): readonly { readonly release: Release; readonly words: readonly string[] }[] {
  const dated = allDated();
  return releases
    .map((release) => ({ release, words: dated.filter(({ since }) => since === release).map(({ text }) => text) }))
    .filter(({ words }) => words.length > 0);
}

function allDated(): readonly Dated[] {
  const whole: readonly ({ readonly words: readonly string[] } & Availability)[] = [...statements, ...settings];
  const phases: readonly ({ readonly name: string } & Availability)[] = filterPhases;
  return [
    ...whole.map(({ words, since }) => ({ text: words.join(" "), since })),
    ...phases.map(({ name, since }) => ({ text: `filter … phase ${name}`, since })),
    ...optionLists.flatMap((list) => list.options.flatMap((option) => datedOption(list, option))),
  ];
}

/** The option, and its `regex` form, where they are younger than the place that they stand in. */
function datedOption({ place, since: placeSince }: OptionList, option: OptionInfo): readonly Dated[] {
  const { name, since = placeSince, regexSince = since } = option;
  const text = `${place} ${name}`;
  const words = since === placeSince ? [] : [{ text, since }];
  return regexSince === since ? words : [...words, { text: `${text} regex`, since: regexSince }];
}
