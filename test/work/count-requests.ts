import { measureWork } from "./meter.ts";
import { print } from "./print-work.ts";
import { growingRequests } from "./request-inputs.ts";

// Prints, for each request about each growing configuration, the work that its three sizes take; what reading them takes is
// left out. A process of its own, in which what is counted is loaded last, as in count-work.ts.
const { ask, requests } = await import("./requests.ts");

for (const { title, size, make, before, requests: names } of growingRequests) {
  const asked = [1, 1, 2, 4].map((times) => ask({ path: "smtpd.conf", ...make(times * size) }, before));
  for (const name of names) {
    // What is worked out once for all requests is no part of any of them.
    const [, ...work] = measureWork(asked, requests[name]);
    print(`${title}: ${name}`, work);
  }
}
