import { describe, expect, it } from '@jest/globals';
import { Frames, unpack } from './frames.js';

interface Sent {
  readonly to: string;
  readonly pieces: unknown;
  readonly ids: readonly number[];
}

function collecting(): { frames: Frames; sent: Sent[] } {
  const sent: Sent[] = [];
  const frames = new Frames((to, frame, ids) => sent.push({ to, pieces: unpack(frame).heads, ids }));
  return { frames, sent };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('frames', () => {
  it('hold what arises in one turn, apart for each place, in its order', async () => {
    const { frames, sent } = collecting();
    frames.add('a', 1, '"一"');
    frames.add('b', 2, '{"two":2}');
    frames.add('a', 3, '3');
    expect(sent).toEqual([]);
    await turn();
    frames.add('a', 4, '4');
    await turn();
    expect(sent).toEqual([
      { to: 'a', pieces: ['一', 3], ids: [1, 3] },
      { to: 'b', pieces: [{ two: 2 }], ids: [2] },
      { to: 'a', pieces: [4], ids: [4] },
    ]);
  });

  it('go at once with 32 pieces, and before a piece that would make them larger than 256 kB', async () => {
    const { frames, sent } = collecting();
    for (let id = 1; id <= 34; id += 1) frames.add('a', id, '0');
    expect(sent.map(({ ids }) => ids.length)).toEqual([32]);
    await turn();
    const large = JSON.stringify('大'.repeat(60_000)); // 180 kB
    for (let id = 35; id <= 37; id += 1) frames.add('a', id, large);
    await turn();
    expect(sent.map(({ ids }) => ids)).toEqual([expect.anything(), [33, 34], [35], [36], [37]]);
  });

  it('bring contents as they are, behind all heads', async () => {
    const frames: Uint8Array[] = [];
    const packing = new Frames((_to, frame) => frames.push(frame));
    packing.add('a', 1, '[1,6]', Buffer.from('"一\n"'));
    packing.add('a', 2, '[2]');
    packing.add('a', 3, '[3,2]', Buffer.from('{}'));
    await turn();
    const [unpacked] = frames.map(unpack);
    expect(unpacked?.heads).toEqual([[1, 6], [2], [3, 2]]);
    expect(Buffer.from(unpacked?.contents ?? []).toString()).toBe('"一\n"{}');
  });
});
