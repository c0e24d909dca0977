import { join } from "node:path";
import { build } from "esbuild";
import { cache, root } from "./parts.ts";
import type { Workbench } from "./workbench.ts";

/** Runs the tests of host/ inside the extension host of the workbench; gives the lines that they wrote. */
export async function runHostTests(
  { page, extension, address }: Workbench,
  folder: string,
): Promise<readonly string[]> {
  const tests = join(cache, "host/index.cjs");
  await build({
    entryPoints: [join(root, "test/vscode/host/index.ts")],
    outfile: tests,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    logLevel: "error",
  });
  const lines: string[] = [];
  const host = await page.context().newPage();
  const ended = new Promise<number>((resolve) => {
    void host.exposeFunction("codeAutomationExit", resolve);
    void host.exposeFunction("codeAutomationLog", (_kind: string, parts: readonly unknown[]) => {
      lines.push(...parts.filter((part): part is string => typeof part === "string" && part.includes("host: ")));
    });
  });
  const remote = (path: string) => `vscode-remote://${address}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(extension)],
    ["extensionTestsPath", remote(tests)],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  await host.goto(`http://${address}/?${query}`);
  const late = new Promise<string>((resolve) => setTimeout(() => resolve("late"), 120_000).unref());
  const status = await Promise.race([ended, late]);
  await host.close();
  return [
    ...lines,
    ...(status === "late" ? ["host: FAILED the tests never ended"] : []),
    ...(lines.length === 0 ? ["host: FAILED no test ran"] : []),
  ];
}
