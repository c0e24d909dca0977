import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "dns-filter-on-submission";
const filters = `pki p cert "/c" key "/k"
filter named phase connect match !rdns disconnect "550 no"
filter confirmed phase ehlo match !fcrdns reject "550 no"
filter dynamic phase connect match rdns regex { "\\.dyn\\." } disconnect "550 no"
filter junked phase connect match !rdns junk
filter allowed phase connect match !rdns regex { "isp" } disconnect "550 no"
filter users phase mail-from match auth bypass
filter late phase mail-from match !rdns reject "550 no"
filter scan proc-exec rspamd
`;
const rest = "action z mbox\nmatch for local action z\n";

describe("reports", () => {
  test.each([
    "listen on em0 port 587 tls-require pki p auth filter <|named|>\n",
    "listen on em0 smtps pki p auth filter { scan, <|confirmed|> }\n",
    "listen on em0 smtps pki p auth-optional filter { <|dynamic|>, named }\n",
    "filter all chain { scan, <|named|> }\nlisten on em0 port 587 tls-require pki p auth filter all\n",
    "listen on em0 tls pki p auth filter <|late|>\n",
    "listen on em0 tls pki p auth filter { <|late|>, users }\n",
    "listen on em0 tls pki p auth filter { users, <|named|> }\n",
  ])("%j", (text) => expectMarked(code, filters + text + rest));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 filter named\n",
    "listen on em0 tls pki p auth-optional filter named\n",
    "listen on lo port 587 tls-require pki p auth filter named\n",
    "listen on 10.0.0.1 port 587 tls-require pki p auth filter named\n",
    "listen on em0 port 587 tls-require pki p auth filter { junked, allowed, scan }\n",
    "listen on em0 port 587 tls-require pki p auth filter { users, late }\n",
    "listen on em0 port 587 tls-require pki p auth\n",
  ])("%j", (text) => expectSilent(code, filters + text + rest));
});

test("says who is turned away, and points at the listener", () => {
  const listener = "listen on em0 port 587 tls-require pki p auth filter named";
  expectMessage(code, `${filters}${listener}\n${rest}`, {
    message:
      'The filter "named" turns away users whose connection has no good name in the reverse DNS, before they can log in.',
    help: "Name the filter on the listeners for other mail servers only.",
  });
  expectRelated(code, `${filters}<|${listener}|>\n${rest}`);
});
