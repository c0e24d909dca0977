import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { prepareCommand, runCommand } from "./command.ts";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));

/** The options that an example is made for; most need none. */
const options: Readonly<Record<string, readonly string[]>> = {
  "older-release.conf": ["--target", "6.8"],
  "macros.conf": ["-D", "iface=eth0", "-D", "tls=tls-require pki"],
};

/** Those that another test has, since they need files around them. */
const elsewhere = ["root.conf"];

const examples = readdirSync(folder).filter((name) => name.endsWith(".conf") && !elsewhere.includes(name));

beforeAll(prepareCommand);

test.each(examples)("%s", async (name) => {
  const { status, stdout, stderr } = runCommand([...(options[name] ?? []), name], { cwd: folder });
  expect([status, stderr]).toEqual([name === "clean.conf" ? 0 : 1, ""]);
  await expect(stdout).toMatchFileSnapshot(`${folder}${name.replace(".conf", ".out")}`);
});

test("coloured", async () => {
  const { stdout } = runCommand(["--color", "always", "names.conf"], { cwd: folder });
  await expect(stdout).toMatchFileSnapshot(`${folder}names.colored.out`);
  const plain = runCommand(["names.conf"], { cwd: folder });
  expect(stdout.replace(/\x1b\[[\d;]*m/g, "")).toBe(plain.stdout);
});
