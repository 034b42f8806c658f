export interface LineBounds {
  /** Of one line, without its end. */
  readonly bytesMax: number;
  /** Blank ones among them, and those within cells in quotes. */
  readonly linesMax: number;
}

/**
 * What is wrong with the lines of a table before anything is made of it: parsers bound the characters of a record, but not
 * its empty cells, of which a line of megabytes has millions.
 */
export function faultOfLines(
  bytes: Uint8Array,
  { bytesMax, linesMax }: LineBounds,
): 'lineTooLong' | 'tooManyLines' | null {
  let start = 0;
  let lines = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (at - start >= bytesMax && !isEnd(bytes[at])) return 'lineTooLong';
    if (!isEnd(bytes[at])) continue;
    start = at + 1;
    // A return and a feed are one end.
    lines += bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 0 : 1;
    if (lines > linesMax) return 'tooManyLines';
  }
  return null;
}

function isEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}
