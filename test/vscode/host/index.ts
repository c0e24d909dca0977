/// <reference types="vscode" />
// What the workbench runs inside its extension host: each test says how it went on the console, and a failure is thrown in
// the end.
import { allTests } from "./host-test.ts";
import "./language.ts";
import "./features.ts";
import "./settings.ts";
import "./documents.ts";

export async function run(): Promise<void> {
  const failed: string[] = [];
  for (const { title, run: runTest } of allTests()) {
    const start = Date.now();
    try {
      await runTest();
      console.log(`host: ok ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed.push(title);
      console.log(`host: FAILED ${title}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  if (failed.length > 0) throw new Error(`failed: ${failed.join(", ")}`);
}
