import { type Option, type OptionInfo, optionUsage, type Release, regexManual, type Token } from "smtpd-conf";
import { type Block, code, codeBlock, manual, paragraph, prose } from "../markdown.ts";
import { manualPage, releaseNotes } from "./manual-page.ts";

/** A keyword of an option: that of the option itself, `from` or `for` before it, `!`, `regex`, or what follows its value. */
export function optionWordHover(option: Option, token: Token, target: Release): readonly Block[] {
  const { info, regex, suffix, not } = option;
  if (token === regex) return regexPage(info, target);
  if (token === suffix) return suffixPage(info);
  const page = optionPage(info, target);
  if (token !== not) return page;
  return [
    paragraph(prose`${code("!")} turns the condition round: it is met by all mail that does not meet it.`),
    ...page,
  ];
}

/** The manual of an option. */
export function optionPage(info: OptionInfo, target: Release): readonly Block[] {
  return manualPage([optionUsage(info)], info, target);
}

function regexPage({ regexSince }: OptionInfo, target: Release): readonly Block[] {
  const since = regexSince === undefined ? {} : { since: regexSince };
  return [codeBlock("regex TABLE"), paragraph([manual(regexManual)]), ...releaseNotes(since, target)];
}

function suffixPage({
  name,
  suffix,
  suffixArgument,
  suffixManual,
  placeholder = "value",
}: OptionInfo): readonly Block[] {
  const value = suffixArgument === undefined ? "" : ` ${placeholder.toUpperCase()}`;
  return [
    codeBlock(`${name} … ${suffix}${value}`),
    ...(suffixManual === undefined ? [] : [paragraph([manual(suffixManual)])]),
  ];
}
