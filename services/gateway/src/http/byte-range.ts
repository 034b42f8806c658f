import { Transform, type TransformCallback } from 'node:stream';

/** The first and the last byte that are asked for. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2); null for the whole, as for several parts, for what is not
 * understood and for what lies outside the file: whoever answers may leave the header out of account.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return null;
  const range =
    from === ''
      ? { first: Math.max(0, size - Number(to)), last: size - 1 }
      : { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  return range.first <= range.last ? range : null;
}

/** Lets a range of bytes pass and drops the others. */
export class RangeOfBytes extends Transform {
  private place = 0;

  constructor(private readonly range: ByteRange) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const start = this.place;
    this.place += chunk.length;
    const part = chunk.subarray(
      Math.max(0, this.range.first - start),
      Math.max(0, this.range.last + 1 - start),
    );
    done(null, part);
  }
}
