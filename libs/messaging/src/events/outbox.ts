import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import { newId } from '@gongxiang/domain';
import { inSpan } from '@gongxiang/observability';
import { jsonList, type Transaction } from '@gongxiang/persistence';
import type { Envelope } from './envelope.js';

/**
 * NATS refuses messages above its size limit (a megabyte by default), and an event that can never be published would
 * block all later ones.
 */
const eventCharactersMax = 300_000;

const wakers = new Set<() => void>();

/** Registers the relay of this process, so that committed events are published at once. */
export function onRecorded(wake: () => void): () => void {
  wakers.add(wake);
  return () => wakers.delete(wake);
}

/**
 * Records an event in the transaction that causes it: it is published if, and only if, that transaction commits.
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

/** One of several events to record. */
export interface EventRecord<Data> {
  readonly about: string;
  readonly data: Data;
  /** The transaction handle of the person who caused it, if several share the database transaction. */
  readonly by?: Transaction;
}

/** Like {@link recordEvent} for many events of one kind, in one statement. */
export async function recordEvents<Data>(
  tx: Transaction,
  contract: EventContract<Data>,
  events: readonly EventRecord<Data>[],
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
  events: readonly EventRecord<Data>[],
  traceparent: string,
): Promise<void> {
  const envelopes = events.map((event) =>
    JSON.stringify({ ...envelopeOf(tx, contract, event), traceparent }),
  );
  if (envelopes.some((envelope) => envelope.length > eventCharactersMax)) {
    throw new Error(`an event ${contract.subject} is too large to be published`);
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
  { about, data, by = tx }: EventRecord<Data>,
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
