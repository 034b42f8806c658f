import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Proof, proofSteps, tokenOf, verifyProof } from './proof.model.js';

const sha256 = (...parts: readonly Buffer[]): string =>
  createHash('sha256').update(Buffer.concat(parts)).digest('hex');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** A draw of two seats among three entries, computed by another cryptography than the page's. */
function drawn(): Proof {
  const secret = 'ab'.repeat(32);
  const tokens = ['11', '22', '33'].map((text) => sha256(Buffer.from(text)));
  const entries = tokens.map((token, index) => `entry ${index + 1} ${token} ${index + 1} 1 1\n`).join('');
  const list = `draw d\npool 1 2\ncap 9 1\n${entries}`;
  const listHash = sha256(Buffer.from(list));
  const seed = sha256(hex(secret), hex(listHash));
  const value = (ticket: string): string => createHmac('sha256', hex(seed)).update(ticket).digest('hex');
  const smallest = tokens.map(
    (token, index) =>
      Array.from({ length: index + 1 }, (_, ticket) => value(`${token}:${ticket + 1}`)).sort()[0] ?? '',
  );
  const order = [1, 2, 3].sort((a, b) => ((smallest[a - 1] ?? '') < (smallest[b - 1] ?? '') ? -1 : 1));
  const result = order.map((number, index) => `${index + 1} ${number} ${index < 2 ? 'seat' : 'line'}\n`);
  return {
    drawId: 'd',
    commitment: sha256(hex(secret)),
    secret,
    list,
    listHash,
    seed,
    result: result.join(''),
  };
}

const broken = async (proof: Proof): Promise<string[]> => {
  const { holds } = await verifyProof(proof);
  return proofSteps.filter((step) => !holds[step]);
};

describe('the proof of a draw, computed in the browser', () => {
  it('E26: holds, and gives everybody a place', async () => {
    const { holds, lines, entries } = await verifyProof(drawn());
    expect(Object.values(holds)).toEqual([true, true, true, true, true]);
    expect(lines.map(({ result }) => result)).toEqual(['seat', 'seat', 'line']);
    expect(lines.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(entries.map(({ tickets }) => tickets)).toEqual([1, 2, 3]);
  });

  it('E26: says which step does not hold', async () => {
    const proof = drawn();
    const [first = '', second = ''] = proof.result.split('\n').map((line) => line.split(' ')[1] ?? '');
    const swapped = proof.result
      .replace(`1 ${first} `, `1 ${second} #`)
      .replace(`2 ${second} `, `2 ${first} `)
      .replace('#', '');
    expect(await broken({ ...proof, result: swapped })).toEqual(['order', 'seats']);
    expect(await broken({ ...proof, result: proof.result.replace('line', 'seat') })).toEqual(['seats']);
    expect(await broken({ ...proof, secret: 'cd'.repeat(32) })).toEqual(['commitment', 'seed']);
    expect(await broken({ ...proof, list: proof.list.replace('cap 9', 'cap 8') })).toEqual(['list']);
    expect(await broken({ ...proof, result: '' })).toEqual(['order', 'seats']);
  });

  it('names one’s own line by what one alone knows', async () => {
    expect(await tokenOf('d', 'p', 's')).toBe(sha256(Buffer.from('d:p:s')));
  });
});
