/** A UUID of version 4; `crypto.randomUUID` is there on https and localhost only. */
export function newUuid(bytes = randomBytes()): string {
  return uuidOf(bytes, 4);
}

/** A UUID of version 7: it begins with the time, so that ids sort as they were made. */
export function newTimedUuid(now = Date.now()): string {
  const bytes = randomBytes();
  new DataView(bytes.buffer).setUint32(0, Math.floor(now / 65_536));
  new DataView(bytes.buffer).setUint16(4, now % 65_536);
  return uuidOf(bytes, 7);
}

function randomBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}

function uuidOf(bytes: Uint8Array, version: 4 | 7): string {
  const marked = bytes.map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | (version << 4);
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}
