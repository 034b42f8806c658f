/**
 * Pads all texts of a kind to one length, so that the length reveals nothing about the content.
 * @param plain without a zero byte: neither JSON nor a text of ours holds one
 * @throws Error where it is longer than the size
 */
export function padded(plain: string, size: number): Buffer {
  const bytes = Buffer.from(plain);
  if (bytes.length > size) throw new Error(`${bytes.length} bytes are more than ${size}`);
  const all = Buffer.alloc(size);
  bytes.copy(all);
  return all;
}

export function unpadded(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return (end === -1 ? bytes : bytes.subarray(0, end)).toString();
}
