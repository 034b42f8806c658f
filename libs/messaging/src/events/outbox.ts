import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import { newId } from '@gongxiang/domain';
import { inSpan } from '@gongxiang/observability';
import { jsonList, type Transaction } from '@gongxiang/persistence';
import type { Envelope } from './envelope.js';

/** NATS refuses a message of a megabyte, and an event that could never leave would hold up all that come after it. */
const eventCharactersMax = 300_000;

const wakers = new Set<() => void>();

/** Called by the relay of this process, so that what is committed here leaves at once. */
export function onRecorded(wake: () => void): () => void {
  wakers.add(wake);
  return () => wakers.delete(wake);
}

/**
 * Records that something has happened, in the transaction in which it happens: the event is told if, and only if, that
 * commits.
 * @param about the id of the aggregate that the event is about
 */
export async function recordEvent<Data>(
  tx: Transaction,
  contract: EventContract<Data>,
  about: string,
  data: Data,
): Promise<void> {
  await recordEvents(tx, contract, [{ about, data }]);
}

/** What one of many events is about. */
export interface Told<Data> {
  readonly about: string;
  readonly data: Data;
  /** Of who caused it, where several share the transaction. */
  readonly by?: Transaction;
}

/** The same for many events of one kind, in one statement. */
export async function recordEvents<Data>(
  tx: Transaction,
  contract: EventContract<Data>,
  events: readonly Told<Data>[],
): Promise<void> {
  if (events.length === 0) return;
  tx.send(
    inSpan({ name: `record ${contract.subject}`, kind: 'producer' }, (traceparent) =>
      insertEvents(tx, contract, events, traceparent ?? tx.call.traceparent),
    ),
  );
  tx.afterCommit(() => wakers.forEach((wake) => wake()));
}

async function insertEvents<Data>(
  tx: Transaction,
  contract: EventContract<Data>,
  events: readonly Told<Data>[],
  traceparent: string,
): Promise<void> {
  const envelopes = events.map((event) =>
    JSON.stringify({ ...envelopeOf(tx, contract, event), traceparent }),
  );
  if (envelopes.some((envelope) => envelope.length > eventCharactersMax)) {
    throw new Error(`an event ${contract.subject} is too large to be told`);
  }
  await tx.sql.query(
    `INSERT INTO outbox (id, subject, envelope, created_at)
     SELECT (e->>'id')::uuid, $2, e, $3 FROM jsonb_array_elements($1) WITH ORDINALITY AS t(e, n) ORDER BY n`,
    [jsonList(envelopes), contract.subject, tx.now],
  );
}

function envelopeOf<Data>(
  tx: Transaction,
  contract: EventContract<Data>,
  { about, data, by = tx }: Told<Data>,
): Omit<Envelope<Data>, 'traceparent'> {
  return {
    specversion: '1.0',
    id: newId<'event'>(),
    source: `gongxiang/${ownerOf(contract.subject)}`,
    type: contract.subject.replace(/^evt\./, ''),
    subject: about,
    time: tx.now.toISOString(),
    datacontenttype: 'application/json',
    actor: by.call.actor?.personId ?? null,
    data,
  };
}
