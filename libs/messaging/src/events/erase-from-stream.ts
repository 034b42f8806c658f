import { jetstreamManager } from '@nats-io/jetstream';
import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import { streamOf } from '../provision/manifest.js';
import type { Envelope } from './envelope.js';
import type { Store } from './store.js';

/**
 * Removes events of one kind from the stream of their service, and overwrites them on its disk. Whoever had yet to
 * read one never will, so this is for what has been read or no longer counts.
 * @param asked from which position, and how many to look at
 * @returns the position to go on from; null at the end of the stream
 */
export async function eraseFromStream<Data>(
  { nats, options }: Store,
  { subject }: EventContract<Data>,
  {
    isErased,
    after,
    messages,
  }: {
    readonly isErased: (data: Data) => boolean;
    readonly after: number;
    readonly messages: number;
  },
): Promise<number | null> {
  const { streams } = await jetstreamManager(nats, options);
  const stream = streamOf(ownerOf(subject));
  let position = after;
  for (let looked = 0; looked < messages; looked += 1) {
    // The server takes this for any stream; the client's type has it for those with direct access only.
    const next = { seq: position + 1, next_by_subj: subject };
    const message = await streams.getMessage(stream, next);
    if (message === null) return null;
    if (isErased(message.json<Envelope<Data>>().data)) await streams.deleteMessage(stream, message.seq, true);
    position = message.seq;
  }
  return position;
}
