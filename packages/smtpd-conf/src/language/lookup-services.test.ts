import { expect, test } from "vitest";
import { type LookupServiceInfo, lookupServices } from "./lookup-services.ts";
import { servicesOf, tableBackends } from "./table-backends.ts";
import { type TablePlaceInfo, tablePlaces } from "./table-places.ts";

const services: readonly LookupServiceInfo[] = lookupServices;
const names = services.map(({ name }) => name);

test("every place of a table asks for known services", () => {
  for (const place of Object.values(tablePlaces) as TablePlaceInfo[]) {
    for (const service of [...place.services, ...(place.regexServices ?? [])]) expect(names).toContain(service);
  }
});

test("a place that wants a mapping asks for a service that gives a value", () => {
  for (const place of Object.values(tablePlaces) as TablePlaceInfo[]) {
    if (place.kinds.includes("list")) continue;
    for (const service of place.services) expect(services.find(({ name }) => name === service)?.value).toBeDefined();
  }
});

test("patterns are compared for services that give no value", () => {
  for (const { name, comparison, value } of services) {
    if (comparison !== "exact") expect(value, name).toBeUndefined();
  }
});

test("the backends offer what their manuals say", () => {
  expect(servicesOf("getpwnam", "7.9")).toEqual(["userinfo"]);
  expect(servicesOf("file", "6.4.0")).toBeUndefined();
  expect(servicesOf("db", "7.3")).toBeUndefined();
  const former = servicesOf("db", "6.8.0") ?? [];
  expect(names.filter((name) => !(former as readonly string[]).includes(name))).toEqual([
    "relayhost",
    "string",
    "regex",
    "auth",
  ]);
});

test("a backend without a path is one that reads nothing", () => {
  expect(tableBackends.filter(({ path }) => path === undefined).map(({ name }) => name)).toEqual(["getpwnam"]);
});
