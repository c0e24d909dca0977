import { describe, expect, test } from "vitest";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { buildModel } from "./build-model.ts";
import { listenerOf } from "./listener.ts";
import type { Model } from "./model.ts";
import { filterNamed, membersByPhase, resolveFilters } from "./resolve-filters.ts";

const filters = `
proc p "run"
filter a phase connect match !rdns disconnect "550 no"
filter b phase mail-from match !auth bypass
filter c phase auth match auth bypass
filter d proc p
filter e proc-exec "other"
filter first chain { a, d }
`;

function modelOf(text: string): Model {
  return buildModel(parseConfiguration({ path: "smtpd.conf", text: filters + text }));
}

function namesIn(model: Model): string[] {
  return model.listeners.flatMap((line) => resolveFilters(listenerOf(line), model)).map(({ name }) => name.value);
}

describe("the filters of a listener", () => {
  test.each([
    ["listen on lo filter a", ["a"]],
    ["listen on lo filter { b, e, a }", ["b", "e", "a"]],
    ["listen on lo filter first", ["a", "d"]],
    ["listen on lo filter { b, first, c }", ["b", "a", "d", "c"]],
    ["listen on socket filter d", ["d"]],
    ["listen on lo filter { a, unknown }", ["a"]],
    ["filter second chain { unknown, e }\nlisten on lo filter second", ["e"]],
    ["filter second chain { first, e }\nlisten on lo filter second", ["e"]],
    ["filter broken phase connect\nlisten on lo filter { a, broken }", ["a"]],
    ["listen on lo", []],
  ])("%s", (text, expected) => expect(namesIn(modelOf(`${text}\n`))).toEqual(expected));
});

test("sorts builtin filters by the phase that they run in, and one for auth to connect", () => {
  const model = modelOf("listen on lo filter { c, b, d, a }\n");
  const members = model.listeners.flatMap((line) => resolveFilters(listenerOf(line), model));
  const byPhase = [...membersByPhase(members)].map(([phase, list]) => [phase, list.map(({ name }) => name.value)]);
  expect(byPhase).toEqual([
    ["connect", ["c", "a"]],
    ["mail-from", ["b"]],
  ]);
});

test("finds a filter by its name, chains too", () => {
  const model = modelOf("");
  expect(filterNamed("first", model)?.kind).toBe("ChainFilterDirective");
  expect(filterNamed("nothing", model)).toBeUndefined();
});
