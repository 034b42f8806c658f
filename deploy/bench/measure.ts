import { cpuOf, type CpuSeconds } from '../proofs/cpu.js';
import { faultsOf } from './exactness.js';
import { spread } from './figures.js';
import { type LoadReport, runLoad } from './load.js';
import type { Rush } from './rush.js';
import type { Subject } from './subject.js';

export interface Measured {
  readonly perSecond: number;
  readonly report: LoadReport;
  /** Microseconds of processor for each request, by process. */
  readonly cpu: Readonly<Record<string, number>>;
}

export interface MeasureOptions {
  readonly rush: Rush;
  readonly connections: number;
  readonly postgresPid: number;
  /** Does what else is to be done at the moments before and after the load. */
  readonly around?: (load: () => Promise<LoadReport>) => Promise<LoadReport>;
}

/** One rush. @throws Error where it was not exact: then there is nothing to measure */
export async function measure(subject: Subject, options: MeasureOptions): Promise<Measured> {
  const { rush, connections, postgresPid, around = (load) => load() } = options;
  const { requests, warmUp } = await subject.prepare(rush);
  if (warmUp !== undefined) await runLoad(subject.urls, connections, warmUp);
  const processes = { ...subject.pids(), PostgreSQL: postgresPid };
  const before = cpuOf(processes);
  const report = await around(() => runLoad(subject.urls, connections, requests));
  const after = cpuOf(processes);
  if (subject.kind !== 'noop') {
    const faults = faultsOf(rush, report.counts, await subject.count());
    if (faults.length > 0)
      throw new Error(
        `${subject.name} is not exact: ${faults.join('; ')}; it said ${JSON.stringify(report.counts)}`,
      );
  }
  return {
    perSecond: requests.length / report.seconds,
    report,
    cpu: { ...each(after, before, requests.length), load: (report.cpuSeconds / requests.length) * 1e6 },
  };
}

/** Microseconds of processor for each of so many, by process. */
export function each(after: CpuSeconds, before: CpuSeconds, count: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, ((seconds - (before[name] ?? 0)) / count) * 1e6]),
  );
}

/** What was measured of one subject, in lines. */
export function linesOf(name: string, all: readonly Measured[]): string[] {
  const of = (read: (one: Measured) => number, digits = 0): string => spread(all.map(read), digits);
  return [
    `${name}: ${of(({ perSecond }) => perSecond)} /s`,
    `  p50 ${of(({ report }) => report.p50, 1)} ms, p99 ${of(({ report }) => report.p99, 1)} ms`,
    ...Object.keys(all[0]?.cpu ?? {}).map(
      (process) => `  ${process} ${of(({ cpu }) => cpu[process] ?? 0)} µs a request`,
    ),
  ];
}
