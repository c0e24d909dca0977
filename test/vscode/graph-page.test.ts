import { expect, test } from "vitest";
import { graphPage } from "../../packages/vscode/src/graph-page.ts";

const page = graphPage("bm9uY2U=");

test("the page of a picture loads nothing, and runs nothing but its own script", () => {
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    "style-src 'nonce-bm9uY2U='",
    "script-src 'nonce-bm9uY2U='",
    "img-src data:",
  ]);
  expect(page).not.toMatch(/https?:|@import|url\(|<link|<iframe|\bon\w+="|\bstyle="|innerHTML|\beval\b/);
});

test("each script and style has the nonce", () => {
  const opened = [...page.matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag);
  expect(opened).toEqual(['<style nonce="bm9uY2U=">', '<script nonce="bm9uY2U=">']);
});

test("each thing that the script asks for is there", () => {
  const asked = [...page.matchAll(/\bon\("(\w+)"/g)].map(([, id]) => id);
  const listed = /= \[([^\]]+)\]\.map\(\(id\)/.exec(page)?.[1]?.match(/\w+/g) ?? [];
  expect(asked).toHaveLength(4);
  for (const id of [...asked, ...listed]) expect(page).toContain(`id="${id}"`);
});
