import type { EventContract } from '@gongxiang/contracts/core/contract';
import { validateAs } from '@gongxiang/contracts/core/validate';
import { dayMs, DomainError, isUuid } from '@gongxiang/domain';
import {
  aliasesIn,
  type Aliases,
  type Transaction,
  type Transactions,
  withPresentIds,
  writeAudit,
} from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import type { BoundEvent } from './consumes.js';
import type { Envelope } from './envelope.js';

/** An event that can never be handled: it becomes a dead letter at once, with this reason. */
export class Unprocessable extends Error {}

/** An event with its handler. */
export interface ReceivedEvent {
  readonly bound: BoundEvent;
  readonly envelope: Envelope;
  /** Wraps the handler, which gives each event of a batch its own trace. */
  readonly within?: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Handles events of one consumer with exactly-once effect, those of one row in their order: the inbox marks and the
 * handlers' effects are one transaction.
 * @returns for each event whether it was new; false for a duplicate
 * @throws Unprocessable for an envelope or data that its contract does not allow
 */
export async function handleOnce(
  transactions: Transactions,
  consumer: string,
  events: readonly ReceivedEvent[],
): Promise<boolean[]> {
  const read = events.map(({ bound, envelope, within }) => {
    if (!isUuid(envelope.id)) throw new Unprocessable('the envelope has no id');
    return { bound, envelope, within, data: readData(bound.contract, envelope) };
  });
  const [first] = events;
  if (first === undefined) return [];
  return transactions.system(first.envelope.traceparent, async (tx) => {
    const ids = read.map(({ envelope }) => envelope.id.toLowerCase());
    // The marks are sent first: a merge of persons that commits after them moves what is written here.
    const [unseen, aliases] = await Promise.all([
      markSeen(tx, consumer, ids),
      aliasesIn(tx.sql, aliasedData(read)),
    ]);
    const present = aliases.size === 0 ? read : read.map((one) => resolved(one, aliases));
    const fresh = new Set<unknown>();
    for (const one of inRowOrder(present)) {
      const { bound, envelope, within, data } = one;
      // A duplicate within the batch is marked once, and handled the first time.
      if (!unseen.delete(envelope.id.toLowerCase())) continue;
      fresh.add(one);
      if (data === null) continue;
      const handle = (): Promise<void> => handleInOwnTrace(tx, { bound, envelope: { ...envelope, data } });
      await (within === undefined ? handle() : within(handle));
    }
    return present.map((one) => fresh.has(one));
  });
}

type ReadEvent = ReceivedEvent & { readonly data: unknown };

/** The data in which aliases are looked for: all but that of events about merges themselves. */
function aliasedData(events: readonly ReadEvent[]): unknown[] {
  return events.filter(({ bound }) => !bound.contract.keepsIds).map(({ envelope }) => envelope.data);
}

/**
 * An event with the present ids of merged persons. The data is null, and the event has no effect, if it is the state
 * of a record that is no more: it would overwrite that of the survivor.
 */
function resolved(event: ReadEvent, aliases: Aliases): ReadEvent {
  const { contract } = event.bound;
  if (contract.keepsIds) return event;
  const data = withoutMerged(contract, event.envelope.data as Fields, aliases);
  if (data === null) return { ...event, data: null };
  const envelope = { ...event.envelope, data: withPresentIds<unknown>(data, aliases) };
  return { ...event, envelope, data: readData(contract, envelope) };
}

type Fields = Readonly<Record<string, unknown>>;

/** The data but for the states of records that are no more; null if nothing is left. */
function withoutMerged(
  { stateOf, statesIn }: EventContract<unknown>,
  data: Fields,
  aliases: Aliases,
): Fields | null {
  if (stateOf === undefined) return data;
  const isPresent = (state: Fields): boolean => !aliases.has(String(state[stateOf]));
  if (statesIn === undefined) return isPresent(data) ? data : null;
  const states = (data[statesIn] as readonly Fields[]).filter(isPresent);
  return states.length === 0 ? null : { ...data, [statesIn]: states };
}

/** Always in the same order, so that two replicas that handle events of the same rows cannot deadlock. */
function inRowOrder<One extends { readonly bound: BoundEvent; readonly data: unknown }>(
  events: readonly One[],
): readonly One[] {
  const named = events.map((event) => {
    const { contract, rowOf } = event.bound;
    const row = event.data === null ? '' : (rowOf?.(event.data) ?? '');
    return { event, name: `${contract.subject} ${row}` };
  });
  return named.sort((a, b) => compareNames(a.name, b.name)).map(({ event }) => event);
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Handles one event under its own trace and writes its changes to the audit trail. */
async function handleInOwnTrace(tx: Transaction, { bound, envelope }: ReceivedEvent): Promise<void> {
  const own = tx.of({ ...tx.call, traceparent: envelope.traceparent });
  await bound.handle(own, envelope.data, envelope);
  own.send(writeAudit([own], `${bound.contract.subject}.heard`));
  tx.afterCommit(() => own.committed());
}

const retentionDays = 31; // one day more than the streams retain events, so that no event outlives its mark
const deleteBatchMax = 5_000;

/** Deletes the marks of events that no stream can deliver again, in bounded batches. */
export async function deleteOldMarks(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `DELETE FROM inbox WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM inbox WHERE received_at < $1 ORDER BY received_at LIMIT ${deleteBatchMax}))`,
    [new Date(now.getTime() - retentionDays * dayMs)],
  );
}

/** @returns the ids that had not been seen */
async function markSeen(tx: Transaction, consumer: string, ids: readonly string[]): Promise<Set<string>> {
  const inserted: { id: string }[] = await tx.sql.query(
    `INSERT INTO inbox (consumer, message_id, received_at) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS t(id)
     ORDER BY id -- always in the same order, so that two replicas with the same delivery cannot deadlock
     ON CONFLICT DO NOTHING RETURNING message_id AS id`,
    [consumer, ids, tx.now],
  );
  return new Set(inserted.map(({ id }) => id));
}

function readData(contract: EventContract<unknown>, envelope: Envelope): unknown {
  try {
    return validateAs(contract.data, envelope.data, { refuseUnknown: false });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const problems = error.errors.map((one) => `${one.pointer} ${one.code}`).join(', ');
    throw new Unprocessable(`the data does not fit ${contract.subject}: ${problems}`);
  }
}
