import { giveUp, isComplete, type Project, readingOf, workOn } from "./projects/project.ts";

/** Finds out everything about configurations, a little at a time, so that requests are answered in between. */
export interface Linting {
  /** Begins anew with a configuration that has changed. */
  readonly begin: (project: Project) => void;
  readonly forget: (project: Project) => void;
  /** Resolved when everything is known of a configuration as it then is, or when it was closed. */
  readonly completed: (project: Project) => Promise<void>;
}

export interface LintingEvents {
  /** Called when there is something to tell: at once where the rest takes longer, and when everything is known. */
  readonly found: (project: Project) => void;
  /** Called when a rule of ours fails; what is known by then is all that there will be. */
  readonly failed: (error: unknown) => void;
  /** Called when a configuration takes so long that somebody could wonder. The function that it gives is called at the end. */
  readonly takesLong: (project: Project) => () => void;
}

/** Milliseconds that are worked before requests are looked at, the first time and later. */
const firstSlice = 20;
const slice = 8;

/** Milliseconds after which somebody could wonder. */
const patience = 1000;

interface Job {
  readonly started: number;
  told: boolean;
  endProgress: (() => void) | undefined;
  timer: NodeJS.Immediate;
}

export function openLinting({ found, failed, takesLong }: LintingEvents): Linting {
  const jobs = new Map<Project, Job>();
  const waiting = new Map<Project, (() => void)[]>();

  function begin(project: Project): void {
    const job = jobs.get(project);
    if (job !== undefined) {
      clearImmediate(job.timer);
      job.endProgress?.();
    }
    const timer = setImmediate(() => work(project, firstSlice));
    jobs.set(project, { started: performance.now(), told: false, endProgress: undefined, timer });
  }

  function work(project: Project, milliseconds: number): void {
    const job = jobs.get(project);
    if (job === undefined) return;
    if (tryToWork(project, milliseconds)) return end(project, job);
    if (!job.told) found(project);
    job.told = true;
    if (performance.now() - job.started > patience) job.endProgress ??= takesLong(project);
    job.timer = setImmediate(() => work(project, slice));
  }

  function tryToWork(project: Project, milliseconds: number): boolean {
    try {
      return workOn(project, milliseconds);
    } catch (error) {
      failed(error);
      giveUp(project);
      return true;
    }
  }

  function end(project: Project, job: Job): void {
    jobs.delete(project);
    job.endProgress?.();
    found(project);
    release(project);
  }

  function release(project: Project): void {
    for (const resolve of waiting.get(project) ?? []) resolve();
    waiting.delete(project);
  }

  return {
    begin,
    forget: (project) => {
      const job = jobs.get(project);
      if (job !== undefined) clearImmediate(job.timer);
      job?.endProgress?.();
      jobs.delete(project);
      release(project);
    },
    completed: (project) => {
      if (isComplete(project) || readingOf(project) === undefined) return Promise.resolve();
      if (!jobs.has(project)) begin(project);
      return new Promise((resolve) => waiting.set(project, [...(waiting.get(project) ?? []), resolve]));
    },
  };
}
