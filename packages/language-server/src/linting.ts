import { currentOf, giveUp, isComplete, type Progress, type Project, readingOf, workOn } from "./projects/project.ts";

/** Finds out everything about configurations, a little at a time, so that requests are answered in between. */
export interface Linting {
  /** Begins anew with a configuration that has changed. */
  readonly begin: (project: Project) => void;
  readonly forget: (project: Project) => void;
  /** Resolved when everything is known of a configuration as it then is, or when it was closed. */
  readonly completed: (project: Project) => Promise<void>;
}

export interface LintingEvents {
  /** Called when there may be something to tell: at once after a change, soon after it, and when everything is known. */
  readonly found: (project: Project) => void;
  /** Called when a rule of ours fails; what is known by then is all that there will be. */
  readonly failed: (error: unknown) => void;
  /** Called when a configuration takes so long that somebody could wonder. The function that it gives is called at the end. */
  readonly takesLong: (project: Project) => () => void;
}

/** Milliseconds that are left to requests that come with a change. */
const courtesy = 1;

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

export function openLinting({ found, failed, takesLong }: LintingEvents): Linting {
  const jobs = new Map<Project, Job>();
  const waiting = new Map<Project, (() => void)[]>();

  function begin(project: Project): void {
    const job = jobs.get(project);
    job?.stop();
    job?.endProgress?.();
    const begun = { started: performance.now(), endProgress: undefined, stop: () => {} };
    jobs.set(project, begun);
    later(begun, courtesy, () => tellAtOnce(project, begun));
  }

  /** Tells what is known before anything is looked for, with pauses for requests, then begins to look. */
  function tellAtOnce(project: Project, job: Job): void {
    const steps = [() => currentOf(project), () => currentOf(project)?.known(), () => found(project)];
    const next = (): void => {
      const step = steps.shift();
      if (step === undefined) return work(project, job);
      attempt(step);
      soon(job, next);
    };
    next();
  }

  /** Nobody who calls this could catch what is thrown: it would end the process. */
  function work(project: Project, job: Job): void {
    const progress = attempt(() => workOn(project, slice)) ?? leave(project);
    if (progress !== "working") attempt(() => found(project));
    if (progress === "complete") return forget(project);
    if (performance.now() - job.started > patience) job.endProgress ??= takesLong(project);
    if (progress === "better" && !waiting.has(project)) later(job, quiet, () => work(project, job));
    else soon(job, () => work(project, job));
  }

  function attempt<Result>(act: () => Result): Result | undefined {
    try {
      return act();
    } catch (error) {
      failed(error);
      return undefined;
    }
  }

  function soon(job: Job, act: () => void): void {
    const next = setImmediate(act);
    job.stop = () => clearImmediate(next);
  }

  function later(job: Job, milliseconds: number, act: () => void): void {
    const next = setTimeout(act, milliseconds);
    job.stop = () => clearTimeout(next);
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
        soon(job, () => work(project, job));
      }
      return new Promise((resolve) => waiting.set(project, [...(waiting.get(project) ?? []), resolve]));
    },
  };
}
