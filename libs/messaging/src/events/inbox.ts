import { type EventContract, validateAs } from '@gongxiang/contracts';
import { DomainError, isUuid } from '@gongxiang/domain';
import type { Transaction, Transactions } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import type { BoundEvent } from './consumes.js';
import type { Envelope } from './envelope.js';

/** An event that no number of tries can make good: it goes to the dead letters at once, with this reason. */
export class Unprocessable extends Error {}

/**
 * Handles an event once in effect: the mark that it was seen and what the handler does are one transaction.
 * @returns false for a duplicate
 * @throws Unprocessable for an envelope or data that its contract does not allow
 */
export async function handleOnce(
  transactions: Transactions,
  bound: BoundEvent,
  envelope: Envelope,
): Promise<boolean> {
  if (!isUuid(envelope.id)) throw new Unprocessable('the envelope has no id');
  const data = readData(bound.contract, envelope);
  return transactions.system(envelope.traceparent, async (tx) => {
    if (!(await markSeen(tx, bound.consumer, envelope.id))) return false;
    await bound.handle(tx, data, { ...envelope, data });
    return true;
  });
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

async function markSeen(tx: Transaction, consumer: string, messageId: string): Promise<boolean> {
  const inserted: unknown[] = await tx.sql.query(
    `INSERT INTO inbox (consumer, message_id, received_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING message_id`,
    [consumer, messageId, tx.now],
  );
  return inserted.length > 0;
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
