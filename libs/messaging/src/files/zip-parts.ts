import { inflateRawSync } from 'node:zlib';

/** Why a zip is not opened. */
export type ZipRefusal = 'notZip' | 'tooLarge';

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const endBytes = 22;
const commentBytesMax = 65_535;
const partsMax = 500;
/** All parts together, unpacked. A template of 2 MB has little more; a zip bomb of 2 MB has gigabytes. */
const unpackedBytesMax = 24 * 1024 * 1024;

export class ZipRefused extends Error {
  constructor(readonly refusal: ZipRefusal) {
    super(refusal);
  }
}

/**
 * Unpacks the parts of a zip, by name, within a bound that does not rely on the sizes that the file states.
 * @throws ZipRefused
 */
export function zipParts(bytes: Buffer): Map<string, Buffer> {
  return guarded(() => unpackAll(bytes));
}

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    // Reading beyond the end or a failed inflate means that it is not a zip; exceeding `maxOutputLength` has an error
    // code of its own.
    const isBomb = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipRefused(isBomb ? 'tooLarge' : 'notZip');
  }
}

/** One part of a zip as listed in its directory; nothing is unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  /** The unpacked size that the zip states; not to be trusted. */
  readonly unpackedBytes: number;
  readonly isEncrypted: boolean;
  /** Offset of its directory entry. */
  readonly at: number;
}

/**
 * The directory of a zip, for callers that need names and a few of the parts.
 * @throws ZipRefused also if two parts have the same name: readers disagree on which of them counts
 */
export function zipDirectory(bytes: Buffer, entriesMax: number): ZipEntry[] {
  return guarded(() => directoryOf(bytes, entriesMax));
}

/** One part, unpacked within a bound. @throws ZipRefused */
export function zipPart(bytes: Buffer, entry: ZipEntry, bytesMax: number): Buffer {
  return guarded(() => contentOf(bytes, entry.at, bytesMax));
}

function unpackAll(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let left = unpackedBytesMax;
  for (const { name, at } of directoryOf(bytes, partsMax)) {
    const content = contentOf(bytes, at, left);
    parts.set(name, content);
    left -= content.length;
  }
  return parts;
}

function directoryOf(bytes: Buffer, entriesMax: number): ZipEntry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > entriesMax) throw new ZipRefused('tooLarge');
  const names = new Set<string>();
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== signatures.entry) throw new ZipRefused('notZip');
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    // Two parts with the same name: readers disagree on which of them counts.
    if (names.has(name)) throw new ZipRefused('notZip');
    names.add(name);
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    entries.push({ name, at, isEncrypted, unpackedBytes: bytes.readUInt32LE(at + 24) });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endBytes - commentBytesMax);
  for (let at = bytes.length - endBytes; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === signatures.end) return at;
  throw new ZipRefused('notZip');
}

function contentOf(bytes: Buffer, entry: number, left: number): Buffer {
  const isEncrypted = (bytes.readUInt16LE(entry + 8) & 1) === 1;
  const method = bytes.readUInt16LE(entry + 10);
  const packedBytes = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (isEncrypted || bytes.readUInt32LE(local) !== signatures.local) throw new ZipRefused('notZip');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  if (method !== 0) throw new ZipRefused('notZip');
  if (packed.length > left) throw new ZipRefused('tooLarge');
  return packed;
}
