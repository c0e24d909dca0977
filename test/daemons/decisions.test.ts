import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DaemonRelease } from "../conformance/daemon.ts";
import { runCampaign } from "./campaign.ts";
import { askDaemon, openOracle } from "./oracle.ts";
import type { AskedEnvelope } from "./protocol.ts";

const { CI } = process.env;
const inCi = CI !== undefined && CI !== "";
const count = inCi ? 200 : 25;
const releases: readonly DaemonRelease[] = ["6.8", "7.9"];

const reasons = await Promise.all(releases.map(reasonAgainst));
const reason = reasons.find((one) => one !== undefined);
if (reason !== undefined) console.log(`skipped: ${reason}; the recorded decisions have to do`);

/** Why the daemon of a release cannot be run here; undefined where it can. */
async function reasonAgainst(release: DaemonRelease): Promise<string | undefined> {
  const opened = await openOracle(release);
  if ("reason" in opened) return opened.reason;
  await opened.oracle.close();
  return undefined;
}

describe.skipIf(reason !== undefined)("the matcher decides as the running daemon does", () => {
  test.concurrent.each(releases)(
    "%s",
    async (release) => {
      const opened = await openOracle(release);
      if ("reason" in opened) throw new Error(opened.reason);
      const order = { seed: inCi ? 20260 : 1, first: 0, count };
      const result = await runCampaign(opened.oracle, release, order).finally(opened.oracle.close);
      const { envelopes, outcomes, open, disagreements } = result;
      console.log(
        `${release}: ${count} rule sets, ${envelopes} envelopes: ${JSON.stringify(outcomes)}, ${open} left open`,
      );
      expect(disagreements.slice(0, 3)).toEqual([]);
      // A run in which hardly anything is decided would prove little.
      expect(outcomes.action).toBeGreaterThan(envelopes * 0.2);
      expect(outcomes["no-match"]).toBeGreaterThan(envelopes * 0.2);
      expect(outcomes.unknown).toBe(0);
      // What a pattern with a back reference matches is left to the daemon.
      expect(open).toBeLessThan(envelopes * 0.02);
    },
    300_000,
  );
});

const stranger = { source: "203.0.113.9", port: 2525, helo: "foo", mailFrom: "", rcptTo: "anna@example.org" };
const rules = 'listen on lo port 2525\naction "out" relay host "smtp://127.0.0.1:9"\n';

describe.skipIf(reason !== undefined)("a daemon that is asked", () => {
  /** What it does, in short. */
  async function ask(text: string, ...envelopes: readonly AskedEnvelope[]) {
    const answers = await askDaemon("7.9", text, envelopes);
    return answers.map(({ reply, rule, outcome }) => [reply, rule, outcome]);
  }

  test("says which rule decides, and what it replies", async () => {
    const text = `${rules}match from src "2001:db8::/32" for any reject\nmatch from rdns "a.example" for any action "out"\n`;
    const answers = await ask(
      text,
      stranger,
      { ...stranger, source: "2001:db8::1" },
      { ...stranger, rdns: "a.example" },
      { ...stranger, source: "local", helo: "localhost" },
    );
    expect(answers).toEqual([
      ["550", null, "no-match"],
      ["550", 1, "reject"],
      ["250", 2, "action"],
      ["550", null, "no-match"],
    ]);
  });

  test("fails at a rule with tls", async () => {
    expect(await ask(`${rules}match tls from any for any action "out"\n`, stranger)).toEqual([
      ["451", null, "temporary-failure"],
    ]);
  });

  test("is asked for no rule where it refuses the sender", async () => {
    const text = `${rules}match from any reject\n`;
    expect(await ask(text, { ...stranger, mailFrom: "a b" })).toEqual([["553", null, "unknown"]]);
  });

  test("says why it does not start", async () => {
    await expect(ask("match from any rejetc\n", stranger)).rejects.toThrow("/etc/smtpd.conf:1: syntax error");
  });

  test("leaves nothing behind, whatever happens", async () => {
    const mounts = readFileSync("/proc/self/mountinfo", "utf8");
    const opened = await openOracle("7.9");
    if ("reason" in opened) throw new Error(opened.reason);
    const { ask: put, close, pid } = opened.oracle;
    const asked = put(`${rules}match from any for any action "out"\n`, Array<AskedEnvelope>(500).fill(stranger));
    const within = await descendantsOnce(pid, (names) => names.filter((name) => name === "smtpd").length > 5);
    process.kill(pid, "SIGKILL");
    await expect(asked).rejects.toThrow();
    await close();
    await untilGone(within);
    expect(readFileSync("/proc/self/mountinfo", "utf8")).toBe(mounts);
  });
});

/** The processes below one, by id, as soon as their names are as they should be. */
async function descendantsOnce(pid: number, wanted: (names: readonly string[]) => boolean): Promise<readonly number[]> {
  for (;;) {
    const found = descendantsOf(pid);
    if (wanted(found.map(nameOf))) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function descendantsOf(pid: number): readonly number[] {
  const children = childrenOf(pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

function childrenOf(pid: number): readonly number[] {
  const text = read(`/proc/${pid}/task/${pid}/children`);
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map(Number);
}

function nameOf(pid: number): string {
  return read(`/proc/${pid}/comm`).trim();
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Waits until none of these processes is there any more. That they end is what the test is about: it has a time limit. */
async function untilGone(processes: readonly number[]): Promise<void> {
  while (processes.some((pid) => nameOf(pid) !== "")) await new Promise((resolve) => setTimeout(resolve, 5));
}
