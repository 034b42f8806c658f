import { Readable } from 'node:stream';
import { sniffType } from './sniff-type.js';

/**
 * Determines the type of a stored file from its first bytes, and returns the whole stream with it: the store records
 * no type.
 * @param stored from {@link FileStore.get}; the caller must not read it otherwise
 */
export async function typedStream(
  stored: Readable,
): Promise<{ readonly contentType: string; readonly content: Readable }> {
  const chunks = stored[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await chunks.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* allChunks(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  const content = Readable.from(allChunks(), { objectMode: false });
  // A client that disconnects half-way, or before the first byte, releases the file, too.
  content.once('close', () => stored.destroy());
  return { contentType: sniffType(head), content };
}
