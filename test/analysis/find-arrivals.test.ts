import {
  buildModel,
  decide,
  type Envelope,
  newestRelease,
  openAnalysis,
  parseConfiguration,
  parseRelease,
} from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { type Arrivals, findArrivals } from "../../packages/smtpd-conf/src/analysis/find-arrivals.ts";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { makeScenario } from "../daemons/generator/scenario.ts";
import { envelopesFor, machine } from "./rule-sets.ts";

const seed = 23;
const ruleSets = 40;
const perRuleSet = 200;

describe.each(daemonReleases)("over generated rule sets for %s", (release) => {
  const target = parseRelease(release) ?? newestRelease;

  test("each listener is said to lead to the rules that decide about its mail", () => {
    const missing: unknown[] = [];
    let decided = 0;
    for (let index = 0; index < ruleSets; index++) {
      const { text, files } = makeScenario(seed, index, release);
      const open = text.replaceAll("listen on lo ", "listen on em0 ");
      const model = buildModel(parseConfiguration({ path: "smtpd.conf", text: open, target }), { target });
      const analysis = openAnalysis(model, { machine, tableFiles: tableFilesOf(files) });
      const ruleset = analysis.ruleset();
      const arrivals = findArrivals(model, analysis.listeners(), ruleset);
      for (const envelope of envelopesFor(seed, index, perRuleSet)) {
        const { rule, outcome } = decide(ruleset, envelope);
        for (const arrival of arrivals.filter((one) => canCarry(one, envelope))) {
          decided++;
          const passage = rule === undefined ? arrival.unmatched : arrival.rules[rule.number - 1];
          if (passage === "none") missing.push({ text, envelope, rule: rule?.number, outcome });
        }
      }
    }
    expect(missing.slice(0, 3)).toEqual([]);
    expect(decided).toBeGreaterThan(ruleSets * perRuleSet * 0.2);
  });
});

/** Whether mail can come in by a listener, which is one for clients elsewhere or the socket. */
function canCarry({ listener }: Arrivals, { source, internal, authenticated, tag }: Envelope): boolean {
  if (internal) return false;
  if (listener === undefined || listener.exposure === "socket")
    return source === "local" && (listener?.tag ?? "") === tag;
  const own = [...machine.addresses, "127.0.0.1", "::1"].some((address) => [address, `[${address}]`].includes(source));
  if (source === "local" || own || source.startsWith("127.") || listener.tag !== tag) return false;
  return authenticated ? listener.auth !== "none" : listener.auth !== "required";
}
