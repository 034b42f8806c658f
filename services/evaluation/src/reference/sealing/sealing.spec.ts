import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { EvaluationConfig } from '../../config/config.js';
import { KeyDirectory } from './key-directory.js';
import { OpeningThread } from './opening-thread.js';
import { padded, unpadded } from './padding.model.js';
import { generateSealingKey, seal } from './sealed-box.js';

/** Of buffers that somebody still refers to. */
async function bytesHeld(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What a message brought is let go a turn after it was read, and memory is given back beside the program.
  for (const turn of [1, 2]) {
    await new Promise((resolve) => setTimeout(resolve, turn));
    collect();
  }
  return process.memoryUsage().arrayBuffers;
}

let path: string;
let keys: KeyDirectory;

const directoryAt = (sealingDirectory: string): KeyDirectory =>
  new KeyDirectory(Object.assign(new EvaluationConfig(), { sealingDirectory }));

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'gongxiang-sealing-'));
  keys = directoryAt(path);
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

describe('what is sealed', () => {
  it('is opened by its key pair alone, in another thread, portion by portion', async () => {
    const [key, other] = [await generateSealingKey(), await generateSealingKey()];
    const sealed = await Promise.all(['一', 'two', ''].map((text) => seal(padded(text, 64), key.publicKey)));
    const foreign = await seal(padded('another survey', 64), other.publicKey);
    const thread = new OpeningThread(key);
    const first = await thread.open(sealed);
    const second = await thread.open([foreign, ...sealed.slice(0, 1), Buffer.from('not sealed at all')]);
    await thread.end();
    expect(first.map((bytes) => bytes && unpadded(bytes))).toEqual(['一', 'two', '']);
    expect(second.map((bytes) => bytes && unpadded(bytes))).toEqual([null, '一', null]);
  });

  it('has one length, whatever is in it, and is another each time', async () => {
    const { publicKey } = await generateSealingKey();
    const sealed = await Promise.all(
      ['', '一', '一', 'x'.repeat(64)].map((text) => seal(padded(text, 64), publicKey)),
    );
    // 32 bytes of the key that was thrown away, 16 that authenticate
    expect(sealed.map(({ length }) => length)).toEqual([112, 112, 112, 112]);
    expect(new Set(sealed.map((bytes) => bytes.toString('hex'))).size).toBe(4);
    expect(() => padded('x'.repeat(65), 64)).toThrow('65 bytes are more than 64');
  });

  it('leaves nothing in memory of the portions that were opened, however many', async () => {
    const key = await generateSealingKey();
    const sealed = await Promise.all(
      Array.from({ length: 100 }, () => seal(padded('x', 4_096), key.publicKey)),
    );
    const thread = new OpeningThread(key);
    await thread.open(sealed);
    const before = await bytesHeld();
    const portions = 50;
    for (let portion = 0; portion < portions; portion += 1) await thread.open(sealed);
    const held = (await bytesHeld()) - before;
    await thread.end();
    expect(held / (portions * sealed.length * 4_096)).toBeLessThan(0.5);
  });

  it('says so where the thread ends early', async () => {
    const thread = new OpeningThread(await generateSealingKey());
    const opening = thread.open([]);
    await thread.end();
    await expect(Promise.all([opening, thread.open([])])).rejects.toThrow('has ended early');
  });
});

describe('a key', () => {
  it('is a file that its owner alone reads, and is what was kept', async () => {
    const [id, pair] = [newId(), await generateSealingKey()];
    expect(await keys.find(id)).toBe('missing');
    await keys.store(id, pair);
    expect(await keys.find(id)).toEqual(pair);
    expect(await keys.ids()).toEqual([id]);
    expect(readdirSync(path).map((name) => statSync(join(path, name)).mode & 0o777)).toEqual([0o600]);
  });

  it('that is destroyed is known to have been there, also when it is destroyed again', async () => {
    const [id, pair] = [newId(), await generateSealingKey()];
    await keys.store(id, pair);
    await keys.destroy(id);
    await keys.destroy(id);
    expect(await keys.find(id)).toBe('destroyed');
    expect(await keys.ids()).toEqual([]);
    expect(readdirSync(path).map((name) => statSync(join(path, name)).size)).toEqual([0]);
  });

  it('is not kept where the directory is missing, or is none', async () => {
    const file = join(path, 'file');
    writeFileSync(file, '');
    for (const elsewhere of [join(path, 'nowhere'), join(file, 'below')]) {
      const absent = directoryAt(elsewhere);
      expect(await absent.isPresent()).toBe(false);
      expect(await absent.find(newId())).toBe('missing');
      await expect(absent.store(newId(), await generateSealingKey())).rejects.toMatchObject({ code: 'BUSY' });
    }
    expect(await keys.isPresent()).toBe(true);
  });
});
