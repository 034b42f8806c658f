import { jetstreamManager } from '@nats-io/jetstream';
import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import { streamOf } from '../provision/manifest.js';
import type { Envelope } from './envelope.js';
import type { Store } from './store.js';

/** An event in the stream. */
export interface StreamedEvent<Data> {
  /** Its number in the stream. */
  readonly seq: number;
  readonly data: Data;
}

/**
 * Removes events of one kind from the stream of their service, and overwrites them on its disk. Whoever had yet to
 * read one never will, so this is for what has been read or no longer counts. It asks NATS once per event of this
 * kind that the stream has, so it belongs into no transaction; it may be repeated.
 */
export async function eraseFromStream<Data>(
  store: Store,
  contract: EventContract<Data>,
  isErased: (data: Data) => boolean,
): Promise<void> {
  for await (const { seq, data } of eventsInStream(store, contract))
    if (isErased(data)) await eraseNumbered(store, contract, [seq]);
}

/** Removes the events with these numbers, as {@link eraseFromStream} does; once each. */
export async function eraseNumbered(
  { nats, options }: Store,
  { subject }: Pick<EventContract<unknown>, 'subject'>,
  numbers: readonly number[],
): Promise<void> {
  const { streams } = await jetstreamManager(nats, options);
  for (const seq of numbers) await streams.deleteMessage(streamOf(ownerOf(subject)), seq, true);
}

/** All events of one kind that the stream of their service has, the oldest first. */
export async function* eventsInStream<Data>(
  { nats, options }: Store,
  { subject }: EventContract<Data>,
): AsyncGenerator<StreamedEvent<Data>> {
  const { streams } = await jetstreamManager(nats, options);
  const stream = streamOf(ownerOf(subject));
  for (let seq = 1; ; seq += 1) {
    // The server takes this for any stream; the client's type has it for those with direct access only.
    const next = { seq, next_by_subj: subject };
    const message = await streams.getMessage(stream, next);
    if (message === null) return;
    ({ seq } = message);
    yield { seq, data: message.json<Envelope<Data>>().data };
  }
}
