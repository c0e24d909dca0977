import { describe, expect, test } from "vitest";
import { closingOptions, deliveryOptions, relayOptions } from "../language/action-options.ts";
import { interfaceOptions } from "../language/listen-options.ts";
import { forConditions, fromConditions, plainConditions } from "../language/match-conditions.ts";
import type { OptionInfo } from "../language/option-info.ts";
import type { Release } from "../language/releases.ts";
import type { Line, Option } from "../parser/ast/nodes.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { isCompatible, type OptionNeighbours, optionFits } from "./option-fits.ts";

function neighboursOf(text: string): OptionNeighbours {
  const [beforeText = "", afterText = ""] = text.split("|");
  const [line] = parseConfiguration({ path: "smtpd.conf", text: beforeText + afterText }).lines as readonly [Line];
  const options: readonly Option[] = "conditions" in line ? line.conditions : "options" in line ? line.options : [];
  const method = line.kind === "ActionDirective" ? line.method.name : undefined;
  const before = options.filter(({ end }) => end <= beforeText.length);
  return { kind: line.kind, method, before, after: options.slice(before.length) };
}

function infoOf(name: string): OptionInfo {
  const [scope, word] = name.includes(" ") ? name.split(" ") : ["", name];
  const listen = interfaceOptions.map((info) => ({ name: `listen:${info.name}`, info }));
  const all: readonly { readonly name: string; readonly info: OptionInfo }[] = [
    ...listen,
    ...plainConditions.map((info) => ({ name: info.name, info })),
    ...fromConditions.map((info) => ({ name: `from ${info.name}`, info })),
    ...forConditions.map((info) => ({ name: `for ${info.name}`, info })),
    ...[...relayOptions, ...deliveryOptions, ...closingOptions].map((info) => ({ name: `action:${info.name}`, info })),
  ];
  return all.find((one) => one.name === (scope === "" ? word : name))?.info as OptionInfo;
}

describe("an option beside others", () => {
  test.each<[string, string, boolean, Release?]>([
    ["listen on lo |", "listen:tls", true],
    ["listen on lo tls pki x|", "listen:smtps", false],
    ["listen on lo | smtps pki x", "listen:tls", false],
    ["listen on lo tls pki x|", "listen:pki", true],
    ["listen on lo tls pki x|", "listen:pki", false, "6.8.0"],
    ["match from any| action a", "from local", false],
    ["match | from any action a", "from local", false],
    ["match from auth| action a", "auth", false],
    ["match | auth action a", "from auth", false],
    ["match auth| action a", "from auth", true],
    ["match | from auth action a", "auth", true],
    ["match for rcpt-to x| action a", "rcpt-to", false],
    ["action a mbox|", "action:user", false],
    ["action a maildir|", "action:user", true],
    ["action a lmtp x|", "action:user", true],
    ["action a lmtp x|", "action:user", false, "7.4"],
    ["action a mbox alias <t>|", "action:virtual", false],
    ["action a relay|", "action:auth", false],
    ["action a relay host x|", "action:auth", true],
    ["action a relay | host x", "action:auth", false],
    ["action a relay backup|", "action:host", false],
    ["action a relay host x|", "action:domain", false],
    ["action a relay host x|", "action:tls", true],
  ])("%s: %s %s", (text, name, expected, target = "7.9") => {
    expect(optionFits(infoOf(name), neighboursOf(text), target)).toBe(expected);
  });

  test("wherever it may stand", () => {
    expect(isCompatible(infoOf("action:auth"), neighboursOf("action a relay|"), "7.9")).toBe(true);
  });
});
