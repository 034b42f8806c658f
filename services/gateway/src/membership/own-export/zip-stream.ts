import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file on its way into a zip. */
export interface ZipFile {
  readonly path: string;
  /** A text is compressed; bytes are stored as they come, as pictures and documents are compressed already. */
  readonly content: string | AsyncIterable<Uint8Array>;
}

/** How much of a text is compressed before others have their turn, in bytes. */
const turnBytes = 64 * 1024;
const nothing = new Uint8Array(0);

/** A zip as it is put together: each file is read only as fast as whoever reads the zip, and none is kept whole. */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  for await (const { path, content } of files) {
    const isText = typeof content === 'string';
    const entry = isText ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    zip.add(entry);
    for await (const piece of isText ? inTurns(Buffer.from(content)) : content) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(nothing, true);
    yield* taken();
  }
  zip.end();
  yield* taken();

  function taken(): Uint8Array[] {
    const chunks = ready;
    ready = [];
    return chunks;
  }
}

async function* inTurns(text: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += turnBytes) {
    await setImmediate();
    yield text.subarray(at, at + turnBytes);
  }
}
