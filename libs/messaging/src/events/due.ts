import type { Transaction } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';

/** Work to be done at a given time: an opening, a deadline, a reminder. One row per kind and key. */
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
  /** When it began to wait for a transient condition, or null. */
  readonly waitingSince: Date | null;
  /** Changes with each update of the row. */
  readonly version: string;
}

/** A pending change of one row: {@link DueWork}, or its removal (`at` is null). */
interface DueChange {
  readonly kind: string;
  readonly key: string;
  readonly at: Date | null;
  readonly payload: string;
  readonly attempts: number;
  readonly waitingSince: Date | null;
  /** An existing row is left unchanged. */
  readonly onlyNew?: boolean;
  /** Only if the row is still the one that was claimed. */
  readonly claim?: { readonly version: string; readonly now: () => Date };
}

const wakers = new Set<(at: Date) => void>();

/** Registers the loop of this process, which is told when work is due as soon as it is committed. */
export function onScheduled(wake: (at: Date) => void): () => void {
  wakers.add(wake);
  return () => wakers.delete(wake);
}

/** Claimed work was moved or cancelled meanwhile: what was done for it is rolled back. */
export class ClaimLost extends Error {}

/**
 * Schedules work, in the transaction that makes it necessary; scheduling it again moves it. The row is written right
 * before the commit, together with all others that the transaction schedules.
 */
export async function schedule(tx: Transaction, work: DueWork): Promise<void> {
  await scheduleAll(tx, [work]);
}

/** Like {@link schedule} for several. */
export async function scheduleAll(tx: Transaction, works: readonly DueWork[]): Promise<void> {
  tx.writeLast(writeChanges, works.map(changeOf));
  wakeAfter(tx, works);
}

/**
 * Like {@link scheduleAll}, but rows that exist stay unchanged: concurrent transactions that schedule the same work
 * do not wait for each other.
 */
export async function scheduleNew(tx: Transaction, works: readonly DueWork[]): Promise<void> {
  tx.writeLast(
    writeChanges,
    works.map((work): DueChange => ({ ...changeOf(work), onlyNew: true })),
  );
  wakeAfter(tx, works);
}

function wakeAfter(tx: Transaction, works: readonly DueWork[]): void {
  tx.afterCommit(() => {
    for (const { at } of works) for (const wake of wakers) wake(at);
  });
}

/** Like {@link schedule} for work that recurs and finds nothing most of the time: no loop is woken for it, nor kept busy. */
export async function scheduleQuietly(tx: Transaction, work: DueWork): Promise<void> {
  tx.writeLast(writeChanges, [changeOf(work)]);
}

/** Cancels work; does nothing if none is scheduled. */
export async function unschedule(tx: Transaction, kind: string, key: string): Promise<void> {
  tx.writeLast(writeChanges, [cancellationOf({ kind, key })]);
}

/**
 * Removes claimed rows in the transaction that did their work. @throws ClaimLost at the commit if one was moved or
 * removed meanwhile
 */
export function removeClaimed(tx: Transaction, rows: readonly ClaimedDue[], now: () => Date): void {
  const removals = rows.map((row): DueChange => ({
    ...cancellationOf(row),
    claim: { version: row.version, now },
  }));
  tx.writeLast(writeChanges, removals);
}

/** When a row falls due again, and its counters then. */
interface Postponement {
  readonly at: Date;
  readonly attempts: number;
  readonly waitingSince: Date | null;
}

/** Postpones a claimed row. @throws ClaimLost at the commit if it was moved or removed meanwhile */
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

function cancellationOf({ kind, key }: { readonly kind: string; readonly key: string }): DueChange {
  return { kind, key, at: null, payload: '{}', attempts: 0, waitingSince: null };
}

/**
 * Why due work cannot deadlock: rows of `due` are locked here and nowhere else, as the last locks of a transaction,
 * and always in the order of kind and key. A transaction that holds such a lock waits for nothing but a later row, so
 * no cycle can close. The loop's claim is an advisory lock that is tried and never waited for.
 */
async function writeChanges(tx: Transaction, all: readonly DueChange[]): Promise<void> {
  const latest = mergedByRow(all);
  const isMixed = latest.some(({ at }) => at === null) && latest.some(({ at }) => at !== null);
  const claimed = latest.filter(({ claim }) => claim !== undefined);
  if (isMixed || claimed.length > 0) await lockInOrder(tx, latest);
  const rescheduled = claimed.length === 0 ? new Set() : await rescheduledAmong(tx, claimed);
  const changes = latest.filter((change) => !rescheduled.has(change));
  await upsertRows(
    tx,
    changes.flatMap(({ at, ...change }) => (at === null ? [] : [{ at, ...change }])),
  );
  await deleteRows(
    tx,
    changes.filter(({ at }) => at === null),
  );
}

/** Merges all changes of each row into one. */
function mergedByRow(all: readonly DueChange[]): DueChange[] {
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

/**
 * Locks the rows. A missing row is inserted, visible to this transaction alone, so that concurrent inserts wait for
 * it like for any other row.
 */
async function lockInOrder(tx: Transaction, rows: readonly RowName[]): Promise<void> {
  await tx.sql.query(
    `INSERT INTO due (kind, key, due_at)
     SELECT kind, key, 'infinity' FROM unnest($1::text[], $2::text[]) AS w(kind, key) ORDER BY kind, key
     ON CONFLICT (kind, key) DO UPDATE SET attempts = 0 WHERE false -- the row is locked and stays as it is`,
    keysOf(rows),
  );
}

/**
 * Finds claimed rows that were scheduled again, for now, since they were claimed: the work done stands, and they are
 * handled once more.
 * @param claimed locked rows
 * @throws ClaimLost if a row was removed or moved to a later time
 */
async function rescheduledAmong(tx: Transaction, claimed: readonly DueChange[]): Promise<Set<unknown>> {
  const rows: { kind: string; key: string; version: string; due_at: Date }[] = await tx.sql.query(
    `SELECT kind, key, xmin::text AS version, due_at FROM due
     WHERE (kind, key) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND due_at < 'infinity'`,
    keysOf(claimed),
  );
  const rescheduled = new Set<unknown>();
  for (const change of claimed) {
    const row = rows.find(({ kind, key }) => kind === change.kind && key === change.key);
    if (row !== undefined && row.version === change.claim?.version) continue;
    const now = change.claim?.now();
    if (row === undefined || now === undefined || row.due_at > now) throw new ClaimLost();
    rescheduled.add(change);
  }
  return rescheduled;
}

async function upsertRows(
  tx: Transaction,
  changes: readonly (DueChange & { readonly at: Date })[],
): Promise<void> {
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
      ...keysOf(changes),
      changes.map(({ at }) => at),
      changes.map(({ payload }) => payload),
      changes.map(({ attempts }) => attempts),
      changes.map(({ waitingSince }) => waitingSince),
      changes.map(({ onlyNew }) => onlyNew ?? false),
    ],
  );
}

async function deleteRows(tx: Transaction, rows: readonly RowName[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql.query(
    `WITH locked AS MATERIALIZED (
       SELECT d.kind, d.key FROM due d JOIN unnest($1::text[], $2::text[]) AS w(kind, key) USING (kind, key)
       ORDER BY d.kind, d.key FOR UPDATE OF d
     )
     DELETE FROM due d USING locked l WHERE d.kind = l.kind AND d.key = l.key`,
    keysOf(rows),
  );
}

function keysOf(rows: readonly RowName[]): [kinds: string[], keys: string[]] {
  return [rows.map(({ kind }) => kind), rows.map(({ key }) => key)];
}

export const deadLetterPrefix = 'due-';

/** Schedules work again that had become a dead letter. @returns false for a letter that is not about due work */
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

/** Seconds by which the oldest due work is late; 0 if nothing is due. */
export async function dueOverdue(dataSource: DataSource, now: Date): Promise<number> {
  const rows: { due_at: Date }[] = await dataSource.query(
    `SELECT due_at FROM due WHERE due_at <= $1 ORDER BY due_at LIMIT 1`,
    [now],
  );
  const at = rows[0]?.due_at;
  return at === undefined ? 0 : (now.getTime() - at.getTime()) / 1_000;
}

/** Seconds that the longest waiting item has waited for a transient condition; 0 if none waits. */
export async function dueWaiting(dataSource: DataSource, now: Date): Promise<number> {
  const rows: { since: Date | null }[] = await dataSource.query(
    `SELECT min(waiting_since) AS since FROM due WHERE waiting_since IS NOT NULL`,
  );
  const since = rows[0]?.since ?? null;
  return since === null ? 0 : Math.max(0, now.getTime() - since.getTime()) / 1_000;
}
