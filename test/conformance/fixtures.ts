import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FixturePaths } from "./generate.ts";

// A fixed folder, since its name stands in the texts that are kept.
const folder = "/tmp/smtpd-lint-conformance";

/** The paths that generated configurations name. */
export const fixturePaths: FixturePaths = {
  certificate: join(folder, "cert.pem"),
  key: join(folder, "key.pem"),
  list: join(folder, "list"),
  markedList: join(folder, "marked-list"),
  mapping: join(folder, "mapping"),
  empty: join(folder, "empty"),
};

interface TableFile {
  readonly kind: "list" | "mapping";
  readonly text: string;
}

/** The table files that generated configurations name, by path, with what smtpd takes them for. */
export const tableFiles: ReadonlyMap<string, TableFile> = new Map([
  [fixturePaths.list, { kind: "list", text: "# domains\nexample.org\nexample.net\n" }],
  [fixturePaths.markedList, { kind: "list", text: "# @list\n::1\n10.0.0.0/8\n" }],
  [fixturePaths.mapping, { kind: "mapping", text: "bob\talice\nroot: bob\n" }],
  [fixturePaths.empty, { kind: "mapping", text: "" }],
]);

/**
 * Makes the files and gives their paths. Undefined where smtpd would refuse them: it wants certificate and key to belong
 * to uid 0, so another user cannot make them.
 */
export function prepareFixtures(): FixturePaths | undefined {
  if (process.getuid?.() !== 0) return undefined;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const [path, { text }] of tableFiles) writeFileSync(path, text);
  return existsSync(fixturePaths.key) || makeCertificate() ? owned() : undefined;
}

function owned(): FixturePaths | undefined {
  const mine = [fixturePaths.key, fixturePaths.certificate].every((path) => statSync(path).uid === 0);
  if (!mine) return undefined;
  chmodSync(fixturePaths.certificate, 0o644);
  chmodSync(fixturePaths.key, 0o600);
  return fixturePaths;
}

function makeCertificate(): boolean {
  const algorithm = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const output = ["-keyout", fixturePaths.key, "-out", fixturePaths.certificate];
  try {
    execFileSync(
      "openssl",
      ["req", "-x509", "-days", "3650", "-subj", "/CN=mail.example.org", ...algorithm, ...output],
      { stdio: "ignore" },
    );
    return true;
  } catch {
    return false;
  }
}
