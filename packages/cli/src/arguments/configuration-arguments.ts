import { type Command, InvalidArgumentError, Option } from "commander";
import { isIpv4, isIpv6, type Release } from "smtpd-conf";
import type { ConfigurationOptions } from "../configuration-options.ts";
import type { ColorChoice } from "../options.ts";
import {
  collect,
  colorOption,
  configOption,
  definitionOption,
  formatOption,
  noConfigOption,
  rootOption,
  settingsChoiceFrom,
  surroundingsOf,
  targetOption,
} from "./common-options.ts";

/** The options that commands about one configuration share, as commander gives them. */
export interface GivenConfiguration {
  readonly hostname?: string;
  readonly address?: readonly string[];
  readonly host?: boolean;
  readonly root?: string;
  readonly target?: Release;
  readonly define: readonly string[];
  readonly format: ConfigurationOptions["format"];
  readonly color: ColorChoice;
  readonly config?: string | boolean;
}

/** Adds the options that say how to read a configuration, what the machine is, and how to show (`format`) what comes of it. */
export function addConfigurationOptions(command: Command, format: string, formats?: readonly string[]): Command {
  return command
    .option("--hostname <name>", "the server name; localhost if not given")
    .addOption(addressOption())
    .option("--host", "take both from this machine, and read the files of tables")
    .addOption(rootOption())
    .addOption(targetOption())
    .addOption(definitionOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(formatOption(format, formats))
    .addOption(colorOption())
    .helpOption("-h, --help", "print this help");
}

function addressOption(): Option {
  return new Option(
    "--address <ip>",
    "an address of the machine; the loopback if not given; can be repeated",
  ).argParser((address: string, earlier: readonly string[] | undefined) => {
    if (!isIpv4(address) && !isIpv6(address)) throw new InvalidArgumentError("That is no IP address.");
    return collect(address, earlier);
  });
}

/** What those options mean for a file. */
export function configurationOptions(file: string, given: GivenConfiguration): ConfigurationOptions {
  const { hostname, address: addresses = [], target, define: definitions, format, color, config } = given;
  const surroundings = surroundingsOf(given);
  const settingsFile = settingsChoiceFrom(config);
  return { file, target, definitions, format, color, surroundings, settingsFile, hostname, addresses };
}
