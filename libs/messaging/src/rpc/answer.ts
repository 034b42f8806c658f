import { JsonBytes, jsonOnce } from '@gongxiang/domain';
import type { AnswerHead, Outcome } from './wire.js';

/** A service's reply as received; parsed only if somebody reads its body. Most replies are passed on unparsed. */
export class Answer<T> implements Outcome<T> {
  readonly existing: boolean;
  readonly replayed: boolean;
  readonly version: number | null;
  #body: { readonly read: T } | null = null;
  readonly #content: Buffer;

  /** @param content JSON; empty for no body */
  constructor({ existing, replayed, version }: AnswerHead, content: Uint8Array) {
    this.existing = existing;
    this.replayed = replayed;
    this.version = version;
    this.#content = copyUnlessMost(content);
  }

  /** Null without a body. */
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

/**
 * A cached reply must not retain the whole message that it arrived in: it is copied unless it makes up most of it.
 */
function copyUnlessMost(content: Uint8Array): Buffer {
  const { buffer, byteOffset, byteLength } = content;
  const isMost = 2 * byteLength > buffer.byteLength;
  return isMost ? Buffer.from(buffer, byteOffset, byteLength) : Buffer.from(content);
}

/** @returns its head, and its body in JSON; empty for null */
export function packAnswer({ existing, replayed, body }: Outcome<unknown>): {
  readonly head: AnswerHead;
  readonly content: Buffer;
} {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  return {
    head: { existing, replayed, version: typeof version === 'number' ? version : null },
    content: contentOf(body),
  };
}

function contentOf(body: unknown): Buffer {
  if (body instanceof JsonBytes)
    return Buffer.from(body.bytes.buffer, body.bytes.byteOffset, body.bytes.byteLength);
  return Buffer.from(body === null ? '' : jsonOnce(body));
}
