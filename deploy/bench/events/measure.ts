import { eventFaults, marksIn } from './check.js';
import type { Pace } from './teller.js';
import type { Pair } from './world.js';

const heardWithinMs = 300_000;

/** From the commit of all events to that of the last effect. @returns events a second. @throws Error where they were not exact */
export async function throughputOf(pair: Pair, count: number): Promise<number> {
  let committedAt = Number.NaN;
  const heard = await exactly(pair, count, async () => {
    committedAt = await pair.teller.ask('fill', count);
  });
  return (count / (heard.reduce((last, moment) => Math.max(last, moment), 0) - committedAt)) * 1_000;
}

export interface Delays {
  /** In ms, from the commit that recorded an event to that of its effect. */
  readonly p50: number;
  readonly p99: number;
  /** How many a second were recorded in truth: a machine that is too slow falls behind. */
  readonly perSecond: number;
}

/** @throws Error where the events were not exact */
export async function delaysOf(pair: Pair, wanted: Pace): Promise<Delays> {
  let recorded: readonly number[] = [];
  let begunAt = Number.NaN;
  const heard = await exactly(pair, wanted.count, async () => {
    ({ begunAt, moments: recorded } = await pair.teller.ask('pace', wanted));
  });
  const delays = heard
    .map((moment, number) => moment - (recorded[number] ?? Number.NaN))
    .sort((a, b) => a - b);
  const at = (share: number): number =>
    delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  const seconds = ((recorded.at(-1) ?? 0) - begunAt) / 1_000;
  return { p50: at(0.5), p99: at(0.99), perSecond: wanted.count / seconds };
}

async function exactly(pair: Pair, count: number, record: () => Promise<void>): Promise<readonly number[]> {
  const { name, databaseUrl, hearer } = pair;
  const since = await marksIn(databaseUrl);
  await hearer.ask('expect', count);
  await record();
  const heard = await hearer.ask('heard', heardWithinMs);
  const faults = await eventFaults(databaseUrl, since, count);
  if (faults.length > 0) throw new Error(`${name} is not exact: ${faults.join('; ')}`);
  return heard;
}
