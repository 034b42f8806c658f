/**
 * What the queues for one locked thing may take of the connections of a process. Together they leave some to the relay, the consumers,
 * due work and whoever only reads, however large the pool is and however many things are rushed at once.
 */
const shares = {
  /** Activities that people sign up for, queue at, check in at, or that change. */
  activities: 0.5,
  /** Resources that are asked for, or change. */
  resources: 0.2,
} as const;

export type Queued = keyof typeof shares;

/** @param poolSize connections of the process @returns how many things of a kind are worked at a time, one at least */
export function thingsAtOnce(what: Queued, { poolSize }: { readonly poolSize: number }): number {
  return Math.max(1, Math.floor(poolSize * shares[what]));
}
