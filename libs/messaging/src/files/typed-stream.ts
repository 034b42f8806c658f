import { Readable } from 'node:stream';
import { sniffType } from './sniff-type.js';

/**
 * What a stored file is, by its first bytes, with the whole of it to be passed on: a store keeps bytes and no type.
 * @param stored as {@link FileStore.get} gives it; it is read by nobody else
 */
export async function typedStream(
  stored: Readable,
): Promise<{ readonly contentType: string; readonly content: Readable }> {
  const chunks = stored[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await chunks.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  const content = Readable.from(whole(), { objectMode: false });
  // Whoever goes away half-way, or before the first byte, lets go of the file, too.
  content.once('close', () => stored.destroy());
  return { contentType: sniffType(head), content };
}
