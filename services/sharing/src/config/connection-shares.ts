/**
 * The shares of a process's connections that requests queued for one locked row may use. Together they leave some to the relay, the
 * consumers, due work and readers, however large the pool is and however many rows are rushed at once.
 */
const shares = {
  /** Activities with sign-ups, queues, check-ins or changes. */
  activities: 0.5,
  /** Resources with loan requests or changes. */
  resources: 0.2,
} as const;

type Queued = keyof typeof shares;

/** @param poolSize connections of the process @returns how many rows of a kind are worked on at a time, at least one */
export function thingsAtOnce(what: Queued, { poolSize }: { readonly poolSize: number }): number {
  return Math.max(1, Math.floor(poolSize * shares[what]));
}
