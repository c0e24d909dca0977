import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { serverCommand } from "../language-server/client.ts";
import { makeTidyConfiguration } from "./make-tidy-configuration.ts";
import { makeVariedConfiguration } from "./make-varied-configuration.ts";

/** A server with texts of its language. */
export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly file: string;
  readonly makeText: (lines: number) => string;
  /** A line that is wrong, and one that does no harm, for a server that says nothing of wrong ones. */
  readonly wrongLine: string;
  /** A line that begins a statement, where completion is asked for. */
  readonly halfLine: string;
  readonly settings?: unknown;
}

const peerVersions = {
  "dockerfile-language-server-nodejs": "0.15.0",
  "yaml-language-server": "1.25.0",
  "bash-language-server": "5.8.1",
};

/** Installs the other servers below .cache, once. */
function installPeers(): string {
  const folder = resolve(".cache/peers");
  const all = Object.keys(peerVersions).every((name) => existsSync(join(folder, "node_modules", name)));
  if (all) return join(folder, "node_modules/.bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peerVersions }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
  return join(folder, "node_modules/.bin");
}

/** How the names of our servers begin. */
export const ownName = "smtpd-language-server";

const ours: Omit<Server, "name" | "makeText"> = {
  command: serverCommand,
  languageId: "smtpd-conf",
  file: "smtpd.conf",
  wrongLine: "listen on lo prot 25",
  halfLine: "match from ",
  settings: { lint: { preset: "all" } },
};

/**
 * Our server, with a file that it has much to say of and with one that it has nothing to say of; then those of other
 * languages, with files that nothing is to be said of. They are installed where they are not there.
 */
export function findServers(): readonly [own: Server, ...others: Server[]] {
  const node = process.execPath;
  const bin = installPeers();
  return [
    { ...ours, name: `${ownName} (varied)`, makeText: (lines) => makeVariedConfiguration(lines, 7) },
    { ...ours, name: `${ownName} (tidy)`, makeText: (lines) => makeTidyConfiguration(lines, 7) },
    {
      name: "dockerfile-language-server-nodejs",
      command: [node, join(bin, "docker-langserver"), "--stdio"],
      languageId: "dockerfile",
      file: "Dockerfile",
      makeText: (lines) =>
        repeat(lines, ["FROM alpine:3.20\n"], (n) => [
          `RUN apk add --no-cache package${n}=1.${n} && echo "layer ${n}" > /etc/layer-${n}\n`,
          `ENV NAME_${n}=value-${n}\n`,
          `COPY --chown=user:user src/file-${n}.txt /opt/app/file-${n}.txt\n`,
          `LABEL org.example.part-${n}="part ${n} of the image"\n`,
          `# ${n}: as agreed\n`,
        ]),
      wrongLine: "RUNN false",
      halfLine: "EX",
    },
    {
      name: "yaml-language-server",
      command: [node, join(bin, "yaml-language-server"), "--stdio"],
      languageId: "yaml",
      file: "values.yaml",
      makeText: (lines) =>
        repeat(lines, [], (n) => [
          `service${n}:\n`,
          `  image: "registry.example.org/service:${n}"\n`,
          `  ports: [ 80${n % 10}, 44${n % 10} ]\n`,
          `  labels: { part: "${n}", owner: "group${n}" }\n`,
          `  # ${n}: as agreed\n`,
        ]),
      wrongLine: "  bad: [ 1, 2",
      halfLine: "  na",
    },
    {
      name: "bash-language-server",
      command: [node, join(bin, "bash-language-server"), "start"],
      languageId: "shellscript",
      file: "script.sh",
      makeText: (lines) =>
        repeat(lines, ["#!/bin/bash\n"], (n) => [
          `step_${n}() {\n`,
          `  local name="value ${n}"\n`,
          `  [ -f "/etc/part-${n}" ] && cp "/etc/part-${n}" "/var/lib/$name"\n`,
          `}\n`,
          `step_${n} # as agreed\n`,
        ]),
      wrongLine: "if then fi (",
      halfLine: "ec",
    },
  ];
}

function repeat(lines: number, first: readonly string[], make: (number: number) => readonly string[]): string {
  const text = [...first];
  for (let number = 0; text.length < lines; number++) text.push(...make(number));
  return text.slice(0, lines).join("");
}
