// Runs inside namespaces of its own, as root: `main.ts PACKAGES`. Questions come on standard input and go answered to
// standard output, a line of JSON each. When standard input ends, so does this, and with it everything that it started.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer, AskedEnvelope, Question, Response } from "../protocol.ts";
import { buildRoot, emptySpool } from "./build-root.ts";
import { prepareNetwork } from "./prepare-network.ts";
import { type RunningDaemon, startDaemon } from "./running-daemon.ts";
import { sendEnvelope } from "./smtp-client.ts";
import { readTrace } from "./trace.ts";

/** A folder that every system has. In this mount namespace a file system in memory hides what is in it. */
const root = "/srv";

async function main(): Promise<void> {
  const [packages = ""] = process.argv.slice(-1);
  try {
    prepareNetwork();
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", root]);
    buildRoot(root, packages);
    respond({});
  } catch (error) {
    return respond({ problem: messageOf(error) });
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const question = JSON.parse(line) as Question;
    respond(await answer(question).catch((error: unknown) => ({ problem: messageOf(error) })));
  }
}

function respond(response: Response): void {
  process.stdout.write(`${JSON.stringify(response)}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim() : String(error);
}

async function answer({ text, files, envelopes }: Question): Promise<Response> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  emptySpool(root);
  const daemon = await startDaemon(root, text);
  try {
    const answers: Answer[] = [];
    for (const envelope of envelopes) answers.push(await ask(daemon, envelope));
    return { answers };
  } finally {
    await daemon.stop();
  }
}

async function ask(daemon: RunningDaemon, envelope: AskedEnvelope): Promise<Answer> {
  nameHosts(envelope);
  if (envelope.source === "local") return askThroughSocket(daemon, envelope);
  const reply = await sendEnvelope(envelope, daemon.skipTrace);
  return { reply, ...readTrace(daemon.readTrace()) };
}

const attempts = 5;

// Right after the start the socket may not take connections yet; sendmail then puts the mail aside, and no rule is asked.
async function askThroughSocket(daemon: RunningDaemon, envelope: AskedEnvelope): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    daemon.skipTrace();
    const reply = submit(envelope);
    const answer = { reply, ...readTrace(daemon.readTrace()) };
    if (answer.outcome !== "unknown" || attempt === attempts) return answer;
    await pause(20 * attempt);
  }
}

// The daemon reads this file each time it looks for a name.
function nameHosts({ source, rdns }: AskedEnvelope): void {
  writeFileSync(join(root, "etc/hosts"), rdns === undefined ? "" : `${source} ${rdns}\n`);
}

// sendmail says what the server replied only when it was refused.
function submit({ mailFrom, rcptTo }: AskedEnvelope): string {
  const parameters = [root, "/opt/sendmail", "-f", mailFrom === "" ? "<>" : mailFrom, rcptTo];
  const { status, stderr } = spawnSync("chroot", parameters, { input: "Subject: test\n\n.\n", encoding: "utf8" });
  return /\b([245]\d\d)[ -]/.exec(stderr)?.[1] ?? (status === 0 ? "250" : stderr.trim());
}

await main();
