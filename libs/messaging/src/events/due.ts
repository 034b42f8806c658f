import type { Transaction } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';

/** Something to be done at a time: an opening, a deadline, a reminder. One row per kind and key. */
export interface DueWork {
  readonly kind: string;
  readonly key: string;
  readonly at: Date;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** A row as the loop has claimed it. */
export interface ClaimedDue {
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly attempts: number;
  /** Since when it has waited for what is on its way, or null. */
  readonly waitingSince: Date | null;
  /** Another one after each change of the row. */
  readonly version: string;
}

/** What becomes of one row: {@link DueWork}, or nothing is to be done any more (`at` is null). */
interface DueChange {
  readonly kind: string;
  readonly key: string;
  readonly at: Date | null;
  readonly payload: string;
  readonly attempts: number;
  readonly waitingSince: Date | null;
  /** A row that is there already is left as it is. */
  readonly onlyNew?: boolean;
  /** Only if the row is still the one that was claimed. */
  readonly claim?: { readonly version: string; readonly now: () => Date };
}

/** Claimed work was moved or taken back meanwhile: what was done for it does not count. */
export class ClaimLost extends Error {}

/**
 * Notes work for later, in the transaction that makes it necessary; noting it again moves it. It is written right before
 * the commit, with all that the transaction notes.
 */
export async function schedule(tx: Transaction, work: DueWork): Promise<void> {
  await scheduleAll(tx, [work]);
}

/** The same for several. */
export async function scheduleAll(tx: Transaction, works: readonly DueWork[]): Promise<void> {
  tx.writeLast(writeChanges, works.map(changeOf));
}

/** The same, but what is noted already stays as it is: nobody waits for others who note the same. */
export async function scheduleNew(tx: Transaction, works: readonly DueWork[]): Promise<void> {
  tx.writeLast(
    writeChanges,
    works.map((work): DueChange => ({ ...changeOf(work), onlyNew: true })),
  );
}

/** Nothing is to be done any more; also where nothing was noted. */
export async function unschedule(tx: Transaction, kind: string, key: string): Promise<void> {
  tx.writeLast(writeChanges, [removalOf({ kind, key })]);
}

/** Removes rows with what was done for them. @throws ClaimLost at the commit, where one was moved or removed meanwhile */
export function removeClaimed(tx: Transaction, rows: readonly ClaimedDue[], now: () => Date): void {
  const removals = rows.map((row): DueChange => ({
    ...removalOf(row),
    claim: { version: row.version, now },
  }));
  tx.writeLast(writeChanges, removals);
}

/** When a row falls due again, and what is known of it then. */
export interface Postponement {
  readonly at: Date;
  readonly attempts: number;
  readonly waitingSince: Date | null;
}

/** Lets a row fall due again. @throws ClaimLost at the commit, where it was moved or removed meanwhile */
export function postponeClaimed(
  tx: Transaction,
  { kind, key, payload, version }: ClaimedDue,
  postponement: Postponement,
  now: () => Date,
): void {
  const claim = { version, now };
  const change: DueChange = { kind, key, payload: JSON.stringify(payload), ...postponement, claim };
  tx.writeLast(writeChanges, [change]);
}

function changeOf({ kind, key, at, payload }: DueWork): DueChange {
  return { kind, key, at, payload: JSON.stringify(payload ?? {}), attempts: 0, waitingSince: null };
}

function removalOf({ kind, key }: { readonly kind: string; readonly key: string }): DueChange {
  return { kind, key, at: null, payload: '{}', attempts: 0, waitingSince: null };
}

/**
 * Why due work deadlocks with nothing: rows of `due` are locked here and nowhere else, as the last locks of a transaction,
 * and always in the order of kind and key. Whoever holds such a lock waits for nothing but a later row, so no cycle can
 * close. The loop's claim is an advisory lock that is tried and never waited for.
 */
async function writeChanges(tx: Transaction, all: readonly DueChange[]): Promise<void> {
  const latest = latestOf(all);
  const isMixed = latest.some(({ at }) => at === null) && latest.some(({ at }) => at !== null);
  const claimed = latest.filter(({ claim }) => claim !== undefined);
  if (isMixed || claimed.length > 0) await lockInOrder(tx, latest);
  const overtaken = claimed.length === 0 ? new Set() : await overtakenOf(tx, claimed);
  const changes = latest.filter((change) => !overtaken.has(change));
  await put(
    tx,
    changes.flatMap(({ at, ...change }) => (at === null ? [] : [{ at, ...change }])),
  );
  await remove(
    tx,
    changes.filter(({ at }) => at === null),
  );
}

/** The last word on each row. */
function latestOf(all: readonly DueChange[]): DueChange[] {
  const latest = new Map<string, DueChange>();
  for (const change of all) {
    const name = JSON.stringify([change.kind, change.key]);
    const before = latest.get(name);
    if (before === undefined) latest.set(name, change);
    else if (before.at === null || change.onlyNew !== true) {
      const { claim = change.claim } = before;
      latest.set(name, { ...change, onlyNew: false, ...(claim === undefined ? {} : { claim }) });
    }
  }
  return [...latest.values()];
}

type RowName = Pick<DueChange, 'kind' | 'key'>;

/** A row that is not there is made, for this transaction alone to see: who makes it meanwhile waits like for any other. */
async function lockInOrder(tx: Transaction, rows: readonly RowName[]): Promise<void> {
  await tx.sql.query(
    `INSERT INTO due (kind, key, due_at)
     SELECT kind, key, 'infinity' FROM unnest($1::text[], $2::text[]) AS w(kind, key) ORDER BY kind, key
     ON CONFLICT (kind, key) DO UPDATE SET attempts = 0 WHERE false -- the row is locked and stays as it is`,
    namesOf(rows),
  );
}

/**
 * Whose rows were noted anew, for now, since they were claimed: what was done stands, and they are done once more.
 * @param claimed rows that are locked
 * @throws ClaimLost where a row was removed or moved to a later time
 */
async function overtakenOf(tx: Transaction, claimed: readonly DueChange[]): Promise<Set<unknown>> {
  const rows: { kind: string; key: string; version: string; due_at: Date }[] = await tx.sql.query(
    `SELECT kind, key, xmin::text AS version, due_at FROM due
     WHERE (kind, key) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND due_at < 'infinity'`,
    namesOf(claimed),
  );
  const overtaken = new Set<unknown>();
  for (const change of claimed) {
    const row = rows.find(({ kind, key }) => kind === change.kind && key === change.key);
    if (row !== undefined && row.version === change.claim?.version) continue;
    const now = change.claim?.now();
    if (row === undefined || now === undefined || row.due_at > now) throw new ClaimLost();
    overtaken.add(change);
  }
  return overtaken;
}

async function put(tx: Transaction, changes: readonly (DueChange & { readonly at: Date })[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.sql.query(
    `INSERT INTO due (kind, key, due_at, payload, attempts, waiting_since)
     SELECT kind, key, at, payload, attempts, waiting_since
     FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::jsonb[], $5::int[], $6::timestamptz[], $7::boolean[])
       AS w(kind, key, at, payload, attempts, waiting_since, only_new)
     WHERE NOT (only_new AND EXISTS
       (SELECT 1 FROM due d WHERE d.kind = w.kind AND d.key = w.key AND d.due_at < 'infinity'))
     ORDER BY kind, key
     ON CONFLICT (kind, key) DO UPDATE SET
       due_at = excluded.due_at, payload = excluded.payload, attempts = excluded.attempts,
       waiting_since = excluded.waiting_since`,
    [
      ...namesOf(changes),
      changes.map(({ at }) => at),
      changes.map(({ payload }) => payload),
      changes.map(({ attempts }) => attempts),
      changes.map(({ waitingSince }) => waitingSince),
      changes.map(({ onlyNew }) => onlyNew ?? false),
    ],
  );
}

async function remove(tx: Transaction, rows: readonly RowName[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql.query(
    `WITH locked AS MATERIALIZED (
       SELECT d.kind, d.key FROM due d JOIN unnest($1::text[], $2::text[]) AS w(kind, key) USING (kind, key)
       ORDER BY d.kind, d.key FOR UPDATE OF d
     )
     DELETE FROM due d USING locked l WHERE d.kind = l.kind AND d.key = l.key`,
    namesOf(rows),
  );
}

function namesOf(rows: readonly RowName[]): [kinds: string[], keys: string[]] {
  return [rows.map(({ kind }) => kind), rows.map(({ key }) => key)];
}

export const deadLetterPrefix = 'due-';

/** Notes work anew that had become a dead letter. @returns false for a letter that is not about due work */
export async function replayDue(
  dataSource: DataSource,
  letter: { readonly consumer: string; readonly subject: string; readonly data: unknown },
  now: Date,
): Promise<boolean> {
  if (letter.consumer !== `${deadLetterPrefix}${letter.subject}`) return false;
  const { kind, key, payload } = letter.data as ClaimedDue;
  await dataSource.query(
    `INSERT INTO due (kind, key, due_at, payload) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, key) DO NOTHING`,
    [kind, key, now, JSON.stringify(payload)],
  );
  return true;
}

/** How many seconds the oldest due work has been waiting; 0 where nothing waits. */
export async function dueOverdue(dataSource: DataSource, now: Date): Promise<number> {
  const rows: { due_at: Date }[] = await dataSource.query(
    `SELECT due_at FROM due WHERE due_at <= $1 ORDER BY due_at LIMIT 1`,
    [now],
  );
  const at = rows[0]?.due_at;
  return at === undefined ? 0 : (now.getTime() - at.getTime()) / 1_000;
}

/** For how many seconds the piece has waited that has waited longest for what is on its way; 0 where none does. */
export async function dueWaiting(dataSource: DataSource, now: Date): Promise<number> {
  const rows: { since: Date | null }[] = await dataSource.query(
    `SELECT min(waiting_since) AS since FROM due WHERE waiting_since IS NOT NULL`,
  );
  const since = rows[0]?.since ?? null;
  return since === null ? 0 : Math.max(0, now.getTime() - since.getTime()) / 1_000;
}
