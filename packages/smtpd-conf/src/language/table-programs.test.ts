import { describe, expect, test } from "vitest";
import { tableBackends } from "./table-backends.ts";
import { tableProgramNamed, tablePrograms } from "./table-programs.ts";

test("every table program of the catalogue is here", () => {
  const programs = tableBackends.filter(({ origin }) => origin === "program").map(({ name }) => name);
  expect(tablePrograms.map(({ name }) => name).sort()).toEqual(programs.sort());
});

describe.each(tablePrograms)("$name", ({ path, keys, services }) => {
  test("has each key and each service once", () => {
    const names = keys.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(services.map(({ service }) => service)).size).toBe(services.length);
  });

  test("knows the keys that its services need", () => {
    const names = keys.map(({ name }) => name);
    for (const service of services) for (const key of service.keys) expect(names).toContain(key.name);
  });

  test("has keys only where it has a file of settings", () => expect(keys.length > 0).toBe(path === "settings"));
});

test("finds a program by its backend", () => {
  expect(tableProgramNamed("mysql")?.name).toBe("mysql");
  expect(tableProgramNamed("file")).toBeUndefined();
});
