import { type GivenOptions, type Rule, rules, selectRules } from "smtpd-conf";
import { complain } from "../complain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { FileSettings } from "../file-settings.ts";
import { defaultOptions, type Options } from "../options.ts";
import { openOutput } from "../output.ts";
import type { Layer } from "../settings/combine-settings.ts";
import { openSettings, type RunSettings } from "../settings/open-settings.ts";

/** Shows how a file would be checked, as JSON, and which place says so; gives what to end with. */
export async function printConfig(file: string, options: Options): Promise<ExitCode> {
  const settings = await openSettings(options);
  if ("complaint" in settings) return complain(settings);
  const path = file === "-" ? defaultOptions.stdinFilename : file;
  const [layers, effective, run] = [await settings.layersFor(path), await settings.for(path), await settings.forRun()];
  if ("complaint" in layers) return complain(layers);
  if ("complaint" in effective) return complain(effective);
  if ("complaint" in run) return complain(run);
  const output = openOutput(1);
  const shown = { file: path, ...shownSettings(effective, run, options), from: places(layers, options) };
  output.write(`${JSON.stringify(shown, null, 2)}\n`);
  output.flush();
  return exitCodes.accepted;
}

/** The settings that count, with the rules that are on. */
function shownSettings(
  { target, definitions, surroundings, rules: selection, template }: FileSettings,
  run: RunSettings,
  options: Options,
) {
  const { failOn = run.failOn, maxWarnings = run.maxWarnings, baseline = run.baseline } = options;
  const define = definitions.map((text) => [
    text.slice(0, text.lastIndexOf("=")),
    text.slice(text.lastIndexOf("=") + 1),
  ]);
  const running = selectRules(rules, selection, target);
  return {
    target,
    ...(surroundings.kind === "host" && { host: true }),
    ...(surroundings.kind === "root" && { root: surroundings.folder }),
    ...(define.length > 0 && { define: Object.fromEntries(define) }),
    preset: selection.preset,
    rules: Object.fromEntries(running.map((rule) => [rule.code, shownRule(rule, selection.options?.[rule.code])])),
    template,
    failOn,
    maxWarnings,
    baseline,
  };
}

function shownRule({ severity }: Rule, given: GivenOptions | undefined) {
  return given === undefined ? severity : [severity, given];
}

/** What says each setting that is not the default: the last place that names it. */
function places(layers: readonly Layer[], options: Options): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const { content, from } of layers) {
    for (const key of Object.keys(content)) if (shownKeys.has(key)) found.set(key, from);
    for (const code of Object.keys(content.rules ?? {})) found.set(`rules.${code}`, from);
  }
  for (const key of keysOf(options)) found.set(key, "the command line");
  return Object.fromEntries(found);
}

/** The settings that are shown, but for rules. */
const shownKeys: ReadonlySet<string> = new Set([
  "target",
  "root",
  "define",
  "preset",
  "template",
  "failOn",
  "maxWarnings",
  "baseline",
]);

function keysOf({
  target,
  surroundings,
  definitions,
  rules: { preset, enable = [], disable = [] },
  template,
  failOn,
  maxWarnings,
  baseline,
}: Options): readonly string[] {
  const said = {
    target,
    [surroundings?.kind ?? "root"]: surroundings,
    preset,
    template,
    failOn,
    maxWarnings,
    baseline,
  };
  const keys = Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  return [
    ...keys,
    ...(definitions.length > 0 ? ["define"] : []),
    ...[...enable, ...disable].map((code) => `rules.${code}`),
  ];
}
