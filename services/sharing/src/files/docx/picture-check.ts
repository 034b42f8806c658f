import { inflateSync } from 'node:zlib';

const pixelsMax = 16_000_000;
/** Rows of four channels of two bytes each, and a filter byte per row. */
const unpackedBytesMax = 64 * 1024 * 1024;
const headBytes = 8;

/**
 * Whether a picture can be opened without exhausting memory. A PNG of kilobytes may unpack to gigabytes; a JPEG is
 * passed on as it is. Other formats are never opened.
 */
export function isHarmlessPicture(bytes: Buffer): boolean {
  if (bytes.length < 24) return false;
  if (bytes.readUInt32BE(0) !== 0x89504e47) return true;
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  if (width === 0 || height === 0 || width * height > pixelsMax) return false;
  return unpacks(Buffer.concat(dataOf(bytes)));
}

function unpacks(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: unpackedBytesMax });
    return true;
  } catch {
    return false; // too large, or broken: either way it is not opened
  }
}

function dataOf(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let at = headBytes;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'IDAT') found.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}
