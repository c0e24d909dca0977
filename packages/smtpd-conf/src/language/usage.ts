import type { ConditionInfo } from "./match-conditions.ts";
import type { OptionInfo } from "./option-info.ts";
import { type SettingInfo, settingName } from "./settings.ts";

/** An option as help texts show it, capitals standing for values: `maildir [PATHNAME] [junk]`, `from src [regex] ADDRESS`. */
export function optionUsage(option: OptionInfo | ConditionInfo): string {
  const scope = "scope" in option && option.scope !== undefined ? [option.scope] : [];
  return [...scope, option.name, ...argumentUsage(option), ...suffixUsage(option)].join(" ");
}

function argumentUsage(option: OptionInfo): string[] {
  if (option.argument === "none") return [];
  const value = capitals(option.placeholder);
  const words = option.regexSince === undefined ? value : `[regex] ${value}`;
  return [option.optional ? `[${words}]` : words];
}

function suffixUsage(option: OptionInfo): string[] {
  if (option.suffix === undefined) return [];
  const value = option.suffixArgument === undefined ? "" : ` ${capitals(option.placeholder)}`;
  return [`[${option.suffix}${value}]`];
}

/** A setting as help texts show it: `queue encryption [KEY]`. */
export function settingUsage(setting: SettingInfo): string {
  if (setting.argument === "none") return settingName(setting);
  const value = capitals(setting.placeholder);
  return `${settingName(setting)} ${setting.optional ? `[${value}]` : value}`;
}

function capitals(placeholder = "value"): string {
  return placeholder.toUpperCase();
}
