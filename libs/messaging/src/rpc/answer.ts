import { gunzipSync } from 'node:zlib';
import { GzippedJson, jsonOnce } from '@gongxiang/domain';
import type { AnswerHead, Outcome } from './wire.js';

/** A service's reply as received; parsed only if somebody reads its body. Most replies are passed on unparsed. */
export class Answer<T> implements Outcome<T> {
  readonly existing: boolean;
  readonly replayed: boolean;
  readonly version: number | null;
  /** Whether the content is compressed. */
  readonly isGzipped: boolean;
  #body: { readonly read: T } | null = null;
  readonly #content: Buffer;

  /** @param content JSON, compressed or not by its head; empty for no body */
  constructor({ existing, replayed, version, isGzipped }: AnswerHead, content: Uint8Array) {
    this.existing = existing;
    this.replayed = replayed;
    this.version = version;
    this.isGzipped = isGzipped;
    this.#content = copyUnlessMost(content);
  }

  /** Null without a body. */
  get content(): Buffer | null {
    return this.#content.length === 0 ? null : this.#content;
  }

  get body(): T {
    this.#body ??= { read: this.read() as T };
    return this.#body.read;
  }

  private read(): unknown {
    if (this.#content.length === 0) return undefined;
    return JSON.parse((this.isGzipped ? gunzipSync(this.#content) : this.#content).toString());
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

/** @returns its head, and its body in JSON, compressed where it came so; empty for null */
export function packAnswer({ existing, replayed, body }: Outcome<unknown>): {
  readonly head: AnswerHead;
  readonly content: Buffer;
} {
  const isGzipped = body instanceof GzippedJson;
  const version = isGzipped ? null : (body as { version?: unknown } | null | undefined)?.version;
  return {
    head: { existing, replayed, version: typeof version === 'number' ? version : null, isGzipped },
    content: isGzipped ? bufferOf(body.bytes) : Buffer.from(body === null ? '' : jsonOnce(body)),
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
