import { type EventContract, validateAs } from '@gongxiang/contracts';
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
 * Handles events of one consumer once in effect, in their order: the marks that they were seen and what the handlers do
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
    const fresh: boolean[] = [];
    for (const [index, { bound, envelope, within, data }] of read.entries()) {
      // What came twice within these is marked once, and handled the first time.
      const isFresh = unseen.delete(ids[index] ?? '');
      const handle = (): Promise<void> => handleAlone(tx, { bound, envelope: { ...envelope, data } });
      if (isFresh) await (within === undefined ? handle() : within(handle));
      fresh.push(isFresh);
    }
    return fresh;
  });
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
