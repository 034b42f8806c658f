import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { zipStream, type ZipFile } from './zip-stream.js';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function zipped(files: readonly ZipFile[]): Promise<Record<string, string>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(each(files))) chunks.push(chunk);
  const parts = unzipSync(Buffer.concat(chunks));
  return Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
}

describe('a zip that is put together while it is read', () => {
  it('has every file under its name, texts and bytes, also of nothing', async () => {
    const long = '长'.repeat(100_000);
    expect(
      await zipped([
        { path: '办件/身份证.pdf', content: each([Buffer.from('%PDF'), Buffer.from('-1.7')]) },
        { path: 'nothing', content: each([]) },
        { path: 'data.json', content: long },
        { path: 'empty.txt', content: '' },
      ]),
    ).toEqual({ '办件/身份证.pdf': '%PDF-1.7', nothing: '', 'data.json': long, 'empty.txt': '' });
  });

  it('reads a file no faster than it is read itself', async () => {
    let read = 0;
    async function* large(): AsyncGenerator<Uint8Array> {
      for (; read < 1_000; read += 1) yield Buffer.alloc(1_000);
    }
    const stream = zipStream(each([{ path: 'large', content: large() }]));
    for (let count = 0; count < 10; count += 1) await stream.next();
    expect(read).toBeLessThan(15);
    await stream.return(undefined);
  });

  it('fails where one of its files does, rather than end early', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('away');
    }
    await expect(zipped([{ path: 'broken', content: broken() }])).rejects.toThrow('away');
  });
});
