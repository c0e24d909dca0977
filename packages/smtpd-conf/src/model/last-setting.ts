import type { SettingDirective } from "../parser/ast/nodes.ts";
import type { Model } from "./model.ts";

type LastSettings = ReadonlyMap<string, SettingDirective>;

const settingsOf = new WeakMap<Model, LastSettings>();

/** The last statement about a setting, such as `queue ttl`; undefined where there is none. */
export function lastSetting(model: Model, name: SettingDirective["name"]): SettingDirective | undefined {
  const known = settingsOf.get(model) ?? lastSettings(model);
  settingsOf.set(model, known);
  return known.get(name);
}

function lastSettings({ configuration }: Model): LastSettings {
  const settings = configuration.lines.filter((line): line is SettingDirective => line.kind === "SettingDirective");
  return new Map(settings.map((setting) => [setting.name, setting]));
}
