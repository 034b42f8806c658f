import type { EventContract } from '@gongxiang/contracts/core/contract';
import { validateAs } from '@gongxiang/contracts/core/validate';
import { DomainError, isUuid } from '@gongxiang/domain';
import { type Transaction, type Transactions, writeAudit } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import type { BoundEvent } from './consumes.js';
import type { Envelope } from './envelope.js';

/** An event that no number of tries can make good: it goes to the dead letters at once, with this reason. */
export class Unprocessable extends Error {}

/** An event with the method that hears it. */
export interface Heard {
  readonly bound: BoundEvent;
  readonly envelope: Envelope;
  /** Runs its handler in a trace of its own, where several come together. */
  readonly within?: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Handles events of one consumer once in effect, those of one row in their order: the marks that they were seen and what the handlers do
 * are one transaction, so that all is done, or nothing.
 * @returns for each whether it was new; false for a duplicate
 * @throws Unprocessable for an envelope or data that its contract does not allow
 */
export async function handleOnce(
  transactions: Transactions,
  consumer: string,
  events: readonly Heard[],
): Promise<boolean[]> {
  const read = events.map(({ bound, envelope, within }) => {
    if (!isUuid(envelope.id)) throw new Unprocessable('the envelope has no id');
    return { bound, envelope, within, data: readData(bound.contract, envelope) };
  });
  const [first] = events;
  if (first === undefined) return [];
  return transactions.system(first.envelope.traceparent, async (tx) => {
    const ids = read.map(({ envelope }) => envelope.id.toLowerCase());
    const unseen = await markSeen(tx, consumer, ids);
    const fresh = new Set<unknown>();
    for (const one of inRowOrder(read)) {
      const { bound, envelope, within, data } = one;
      // What came twice within these is marked once, and handled the first time.
      if (!unseen.delete(envelope.id.toLowerCase())) continue;
      fresh.add(one);
      const handle = (): Promise<void> => handleAlone(tx, { bound, envelope: { ...envelope, data } });
      await (within === undefined ? handle() : within(handle));
    }
    return read.map((one) => fresh.has(one));
  });
}

/** The same everywhere, so that two replicas that handle events of the same rows do not wait for each other in a circle. */
function inRowOrder<One extends { readonly bound: BoundEvent; readonly data: unknown }>(
  events: readonly One[],
): readonly One[] {
  const named = events.map((event) => {
    const { contract, rowOf } = event.bound;
    return { event, name: `${contract.subject} ${rowOf?.(event.data) ?? ''}` };
  });
  return named.sort((a, b) => compareNames(a.name, b.name)).map(({ event }) => event);
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Under its own trace, and what it changes goes to the audit trail. */
async function handleAlone(tx: Transaction, { bound, envelope }: Heard): Promise<void> {
  const own = tx.of({ ...tx.call, traceparent: envelope.traceparent });
  await bound.handle(own, envelope.data, envelope);
  own.send(writeAudit([own], `${bound.contract.subject}.heard`));
  tx.afterCommit(() => own.committed());
}

const keptDays = 31; // a day longer than the streams keep events, so that none comes back after its mark is gone
const tidyBatchMax = 5_000;

/** Removes the marks of events that no stream can deliver again, a bounded number at a time. */
export async function tidyInbox(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `DELETE FROM inbox WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM inbox WHERE received_at < $1 ORDER BY received_at LIMIT ${tidyBatchMax}))`,
    [new Date(now.getTime() - keptDays * 24 * 3_600_000)],
  );
}

/** @returns those that had not been seen */
async function markSeen(tx: Transaction, consumer: string, ids: readonly string[]): Promise<Set<string>> {
  const inserted: { id: string }[] = await tx.sql.query(
    `INSERT INTO inbox (consumer, message_id, received_at) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS t(id)
     ORDER BY id -- in one order everywhere: two to whom the same was delivered must not wait for each other
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
    const wrong = error.errors.map((one) => `${one.pointer} ${one.code}`).join(', ');
    throw new Unprocessable(`the data does not fit ${contract.subject}: ${wrong}`);
  }
}
