export { isAtLeast, newestRelease, oldestRelease, parseRelease, type Release, releases } from "./releases.ts";
