import { jetstreamManager } from '@nats-io/jetstream';
import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import { streamOf } from '../provision/manifest.js';
import type { Envelope } from './envelope.js';
import type { Store } from './store.js';

/**
 * Removes events of one kind from the stream of their service, and overwrites them on its disk. Whoever had yet to
 * read one never will, so this is for what has been read or no longer counts. It asks NATS once per event of this
 * kind that the stream has, so it belongs into no transaction; it may be repeated.
 */
export async function eraseFromStream<Data>(
  { nats, options }: Store,
  { subject }: EventContract<Data>,
  isErased: (data: Data) => boolean,
): Promise<void> {
  const { streams } = await jetstreamManager(nats, options);
  const stream = streamOf(ownerOf(subject));
  for (let seq = 1; ;) {
    // The server takes this for any stream; the client's type has it for those with direct access only.
    const next = { seq, next_by_subj: subject };
    const message = await streams.getMessage(stream, next);
    if (message === null) return;
    if (isErased(message.json<Envelope<Data>>().data)) await streams.deleteMessage(stream, message.seq, true);
    seq = message.seq + 1;
  }
}
