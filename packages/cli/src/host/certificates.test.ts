import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCertificate } from "./certificates.ts";

const folder = mkdtempSync(join(tmpdir(), "smtpd-lint-certificates-"));

afterAll(() => rmSync(folder, { recursive: true }));

function pem(lines: string): string {
  return `-----BEGIN CERTIFICATE-----\n${lines.trim()}\n-----END CERTIFICATE-----\n`;
}

/** Self-signed; it ended with the year 2000. */
const past = pem(`
MIIBHDCBxAIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBtYWlsLmV4YW1wbGUu
b3JnMB4XDTAwMDEwMTAwMDAwMFoXDTAxMDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQ
bWFpbC5leGFtcGxlLm9yZzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP7TNVjY
vEzzv5ZypNuix+KOmttu4SrunoKIMucZybdkYmoB8GLannOa6+G9psUN37gXj8zS
ofZGTX+9/61GipgwCgYIKoZIzj0EAwIDRwAwRAIgGGziAS56wqr/u0bd4AI+8z+x
EBPMb3wkS+fcwXEmuV8CIDmFijVIicKrWtbK3YpQAhUPfGvM7LMzjhI/D8ECtfwT
`);

/** From 2000 to the end of 9999. */
const present = pem(`
MIIBHzCBxgIBAjAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBtYWlsLmV4YW1wbGUu
b3JnMCAXDTAwMDEwMTAwMDAwMFoYDzk5OTkxMjMxMjM1OTU5WjAbMRkwFwYDVQQD
DBBtYWlsLmV4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/tM1
WNi8TPO/lnKk26LH4o6a227hKu6egogy5xnJt2RiagHwYtqec5rr4b2mxQ3fuBeP
zNKh9kZNf73/rUaKmDAKBggqhkjOPQQDAgNIADBFAiEA2Icg+hep/UaI8PltQLkx
BiBd4KXCkuZLf2eMPzVbo08CIGwVcXr1zGo/2JHDuKawXf3tuXeA7XMaITjdk6Br
g2Ld
`);

/** From 9998 on. */
const future = pem(`
MIIBIjCByAIBAzAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBtYWlsLmV4YW1wbGUu
b3JnMCIYDzk5OTgwMTAxMDAwMDAwWhgPOTk5OTEyMzEyMzU5NTlaMBsxGTAXBgNV
BAMMEG1haWwuZXhhbXBsZS5vcmcwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT+
0zVY2LxM87+WcqTbosfijprbbuEq7p6CiDLnGcm3ZGJqAfBi2p5zmuvhvabFDd+4
F4/M0qH2Rk1/vf+tRoqYMAoGCCqGSM49BAMCA0kAMEYCIQC08RXai2fXDQE4cBRy
lxQ7nzRDcnwEUdtleFXdfGmUzgIhAPAEdj4hjfmWgiZnGSNRKbb2E4AhWwSBgCCw
3+36Ot6N
`);

function read(text: string) {
  const path = join(folder, "certificate");
  writeFileSync(path, text);
  return readCertificate(path);
}

test.each([
  ["one that has ended", past, true, false],
  ["one that counts", present, true, true],
  ["one that does not count yet", future, false, true],
  ["the first of several", present + past, true, true],
  ["one behind other things", `a comment\n${past}`, true, false],
])("%s", (_what, text, begun, lasts) => {
  const { daysUntilStart = 0, daysUntilEnd = 0 } = read(text) ?? {};
  expect([daysUntilStart < 0, daysUntilEnd >= 0]).toEqual([begun, lasts]);
});

test("counts whole days", () => {
  const sinceEnd = (Date.now() - Date.UTC(2001, 0, 1)) / (24 * 60 * 60 * 1000);
  expect(read(past)?.daysUntilEnd).toBe(-Math.ceil(sinceEnd));
});

test("what is no certificate has no dates", () => {
  expect(["", "text", pem("AAAA")].map(read)).toEqual([undefined, undefined, undefined]);
  expect([undefined, join(folder, "nothing"), folder, "/dev/null"].map(readCertificate)).toEqual(
    Array(4).fill(undefined),
  );
});
