import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  resolve: { conditions: ["@smtpd-conf/source"] },
  ssr: { resolve: { conditions: ["@smtpd-conf/source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    pool: "threads",
    // No test changes what others share: to load the library once a thread saves half of the time.
    isolate: false,
    // The main thread has little to do: two cores are worth two threads.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
