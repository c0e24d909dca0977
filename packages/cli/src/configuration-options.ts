import type { Release } from "smtpd-conf";
import type { Surroundings } from "./file-settings.ts";
import type { ColorChoice, SettingsChoice } from "./options.ts";

/** What a command that looks at one accepted configuration is asked for. What is undefined a settings file can say. */
export interface ConfigurationOptions {
  /** As it was given; `-` is standard input. */
  readonly file: string;
  readonly target: Release | undefined;
  /** `name=value` each. */
  readonly definitions: readonly string[];
  readonly format: "text" | "json";
  readonly color: ColorChoice;
  readonly surroundings: Surroundings | undefined;
  readonly settingsFile: SettingsChoice;
  /** The server name; undefined where the surroundings have to say it. */
  readonly hostname: string | undefined;
  /** The addresses of the machine; none where the surroundings have to say them. */
  readonly addresses: readonly string[];
}
