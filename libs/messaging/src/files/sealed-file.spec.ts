import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { openedStream, sealFile } from './sealed-file.js';

const plain = Buffer.from('病历第一页'.repeat(1_000));
const inPieces = (bytes: Buffer): Readable => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);

describe('a sealed file', () => {
  it('says nothing of what is in it, and opens to what it was', async () => {
    const { bytes, opening } = sealFile(plain);
    expect(bytes.includes(Buffer.from('病历'))).toBe(false);
    expect(await buffer(openedStream(inPieces(bytes), opening))).toEqual(plain);
  });

  it('is sealed otherwise each time', () => {
    const [first, second] = [sealFile(plain), sealFile(plain)];
    expect(first.bytes).not.toEqual(second.bytes);
    expect(first.opening).not.toBe(second.opening);
  });

  it('does not open once a byte of it is another, or by the opening of another', async () => {
    const { bytes, opening } = sealFile(plain);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(9) ^ 1, 9);
    await expect(buffer(openedStream(inPieces(changed), opening))).rejects.toThrow();
    await expect(buffer(openedStream(inPieces(bytes), sealFile(randomBytes(9)).opening))).rejects.toThrow();
  });

  it('that breaks off ends with what broke it', async () => {
    const { bytes, opening } = sealFile(plain);
    const broken = new Readable({ read: () => undefined });
    broken.push(bytes.subarray(0, 20));
    setImmediate(() => broken.destroy(new Error('the store is gone')));
    await expect(buffer(openedStream(broken, opening))).rejects.toThrow('the store is gone');
  });
});
