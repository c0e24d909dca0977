import { currentOf, giveUp, isComplete, type Progress, type Project, readingOf, workOn } from "./projects/project.ts";
import type { SpareTime } from "./spare-time.ts";

/** Finds out everything about configurations, a little at a time, so that requests are answered in between. */
export interface Linting {
  /** Begins anew with a configuration that has changed. */
  readonly begin: (project: Project) => void;
  readonly forget: (project: Project) => void;
  /** Resolved when everything is known of a configuration as it then is, or when it was closed. */
  readonly completed: (project: Project) => Promise<void>;
}

export interface LintingEvents {
  /**
   * Called when there may be something to tell: at once after a change, soon after it, and when everything is known.
   * Nothing is looked for before the promise that it gives is settled.
   */
  readonly found: (project: Project) => Promise<void>;
  /** Called when a rule of ours fails; what is known by then is all that there will be. */
  readonly failed: (error: unknown) => void;
  /** Called when a configuration takes so long that somebody could wonder. The function that it gives is called at the end. */
  readonly takesLong: (project: Project) => () => void;
}

/** Milliseconds that are worked before requests are looked at. */
const slice = 2;

/** Milliseconds without a change after which what takes long is begun, unless somebody waits for it. */
const quiet = 50;

/** Milliseconds after which somebody could wonder. */
const patience = 1000;

/** Leaves a configuration at what is known, after a failure of ours: that is all that there will be. */
function leave(project: Project): Progress {
  giveUp(project);
  return "complete";
}

interface Job {
  readonly started: number;
  endProgress: (() => void) | undefined;
  /** Calls off what is to be done next. */
  stop: () => void;
}

/** Does something that may fail; `failed` takes the failure. */
function attemptOr<Result>(failed: LintingEvents["failed"], act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    failed(error);
    return undefined;
  }
}

export function openLinting({ found, failed, takesLong }: LintingEvents, { soon, after }: SpareTime): Linting {
  const jobs = new Map<Project, Job>();
  const waiting = new Map<Project, (() => void)[]>();
  const attempt = <Result>(act: () => Result) => attemptOr(failed, act);

  function begin(project: Project): void {
    const job = jobs.get(project);
    job?.stop();
    job?.endProgress?.();
    const begun: Job = { started: performance.now(), endProgress: undefined, stop: () => {} };
    jobs.set(project, begun);
    begun.stop = soon(() => tellAtOnce(project, begun));
  }

  /** Tells what can be said before anything is looked for, with pauses for requests, then begins to look. */
  function tellAtOnce(project: Project, job: Job): void {
    const begun = () => work(project, job);
    const judge = () => {
      const isKnown = attempt(() => currentOf(project)?.atOnce()) !== undefined;
      job.stop = soon(isKnown ? () => tell(project, job, begun) : begun);
    };
    attempt(() => currentOf(project));
    job.stop = soon(judge);
  }

  /** Tells what is known, and goes on when that is written. */
  function tell(project: Project, job: Job, next: () => void): void {
    let isStopped = false;
    job.stop = () => {
      isStopped = true;
    };
    const goOn = (): void => {
      if (!isStopped) job.stop = soon(next);
    };
    (attempt(() => found(project)) ?? Promise.resolve()).catch(failed).then(goOn);
  }

  /** Nobody who calls this could catch what is thrown: it would end the process. */
  function work(project: Project, job: Job): void {
    const progress = attempt(() => workOn(project, slice)) ?? leave(project);
    if (progress === "complete") return end(project);
    if (performance.now() - job.started > patience) job.endProgress ??= takesLong(project);
    const next = () => work(project, job);
    if (progress === "working") job.stop = soon(next);
    else tell(project, job, () => waitAfter(project, job, next));
  }

  function waitAfter(project: Project, job: Job, next: () => void): void {
    if (waiting.has(project)) next();
    else job.stop = after(quiet, next);
  }

  function end(project: Project): void {
    attempt(() => found(project))?.catch(failed);
    forget(project);
  }

  function forget(project: Project): void {
    const job = jobs.get(project);
    job?.stop();
    job?.endProgress?.();
    jobs.delete(project);
    release(project);
  }

  function release(project: Project): void {
    for (const resolve of waiting.get(project) ?? []) resolve();
    waiting.delete(project);
  }

  return {
    begin,
    forget,
    completed: (project) => {
      if (isComplete(project) || readingOf(project) === undefined) return Promise.resolve();
      const job = jobs.get(project);
      if (job === undefined) begin(project);
      else {
        job.stop();
        job.stop = soon(() => work(project, job));
      }
      return new Promise((resolve) => waiting.set(project, [...(waiting.get(project) ?? []), resolve]));
    },
  };
}
