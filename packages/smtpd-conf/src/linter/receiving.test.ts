import { describe, expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { listenersOf } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { exchangers, tagsOf } from "./receiving.ts";

function modelOf(text: string): Model {
  return buildModel(parseConfiguration({ path: "smtpd.conf", text }));
}

describe("a listener is that of a mail exchanger", () => {
  const actions = "action d mbox\naction r relay\n";
  const isExchanger = (text: string) => {
    const model = modelOf(actions + text);
    return listenersOf(model).map(exchangers(model));
  };

  test("where other servers reach it on port 25", () => {
    const listeners = "listen on em0\nlisten on lo\nlisten on 10.0.0.1\nlisten on em0 port 587\nlisten on socket\n";
    const answers = isExchanger(`${listeners}match from any for domain example.org action d\n`);
    expect(answers).toEqual([true, false, false, false, false]);
  });

  test.each<[string, boolean]>([
    ["match from any for local action d", true],
    ["match !from local for local action d", true],
    ["match from any !auth for local action d", true],
    ["match from any for any action d", true],
    ["match from any for domain x.y action r", true],
    ["match from any tag t for local action d", true],
    ["match from any tag other for local action d", false],
    ["match for local action d", false],
    ["match !from any for local action d", false],
    ["match from any auth for local action d", false],
    ["match from any for any action r", false],
    ["match from any for local reject", false],
    ["match from src 192.0.2.0/24 for local action d", false],
  ])("with the rule %s: %s", (rule, expected) => {
    expect(isExchanger(`listen on em0 tag T\n${rule}\n`)).toEqual([expected]);
  });
});

test.each<[string, string, boolean]>([
  ["match for any reject", "", true],
  ["match tag a for any reject", "A", true],
  ["match tag { a, b } for any reject", "b", true],
  ["match tag a for any reject\nmatch tag b for any reject", "b", true],
  ["match tag a for any reject", "b", false],
  ["match tag a for any reject", "", false],
  ["match !tag a for any reject", "a", false],
  ["match !tag a for any reject", "", true],
  ["match tag regex x for any reject", "a", true],
  ["table t { x }\nmatch tag <t> for any reject", "a", true],
  ["listen on lo", "a", false],
])("%j can match what has the tag %j: %s", (text, tag, expected) => {
  expect(tagsOf(modelOf(`${text}\n`).rules)(tag)).toBe(expected);
});
