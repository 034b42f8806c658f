import { jsonOnce } from '@gongxiang/domain';
import type { AnswerHead, Outcome } from './wire.js';

/** What a service answered, as it came: read only where somebody looks into it. Most answers are passed on as they are. */
export class Answer<T> implements Outcome<T> {
  readonly existing: boolean;
  readonly replayed: boolean;
  readonly version: number | null;
  #body: { readonly read: T } | null = null;
  readonly #content: Buffer;

  /** @param content JSON; empty for nothing at all */
  constructor({ existing, replayed, version }: AnswerHead, content: Uint8Array) {
    this.existing = existing;
    this.replayed = replayed;
    this.version = version;
    this.#content = ownBytes(content);
  }

  /** Null where there is nothing. */
  get content(): Buffer | null {
    return this.#content.length === 0 ? null : this.#content;
  }

  get body(): T {
    this.#body ??= {
      read: (this.#content.length === 0 ? undefined : JSON.parse(this.#content.toString())) as T,
    };
    return this.#body.read;
  }
}

/** Whoever remembers an answer must not hold on to all that came with it: a copy, but of what is most of it already. */
function ownBytes(content: Uint8Array): Buffer {
  const { buffer, byteOffset, byteLength } = content;
  const isMost = 2 * byteLength > buffer.byteLength;
  return isMost ? Buffer.from(buffer, byteOffset, byteLength) : Buffer.from(content);
}

/** @returns its head, and its content in JSON; nothing for null, which says no more */
export function packed({ existing, replayed, body }: Outcome<unknown>): {
  readonly head: AnswerHead;
  readonly content: Buffer;
} {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  return {
    head: { existing, replayed, version: typeof version === 'number' ? version : null },
    content: Buffer.from(body === null ? '' : jsonOnce(body)),
  };
}
