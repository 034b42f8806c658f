import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type IncomingRule, readRule } from './incoming-rule.model.js';
import { splitCost } from './split.model.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const kinds = ['equal', 'ratio', 'headcount', 'usage', 'fixed', 'hostShare', 'subsidyFirst', 'tiers'];

/** For each example: the rule, further inputs, the shares of A, B and C, and the amount of the source. */
const rows = [
  ...readme
    .replace(/\s+/g, ' ')
    .matchAll(
      /- `(\{[^`]*\})`(?: - given ([^`]*?))? - A ([\d.]+), B ([\d.]+), C ([\d.]+)(?:, source ([\d.]+))?/g,
    ),
].map(([, ...cells]) => cells.map((cell: string | undefined) => cell ?? ''));

/** Amounts are yuan in the README, fen on the wire. */
function ruleOf(text: string): IncomingRule {
  const isAmount = (value: unknown): value is string =>
    typeof value === 'string' && /^\d+\.\d\d$/.test(value);
  return JSON.parse(text, (_key, value: unknown) =>
    isAmount(value) ? { amount: value.replace('.', ''), currency: 'CNY' } : value,
  ) as IncomingRule;
}

const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
const fenOf = (text: string): bigint => BigInt(text.replace('.', ''));

function inputOf(rule: string, given: string) {
  const countsOf = (what: string, standard: readonly number[]): readonly number[] =>
    new RegExp(`${what} (\\d+) (\\d+) (\\d+)`).exec(given)?.slice(1).map(Number) ?? standard;
  const boundOf = (words: string): Record<string, bigint> => {
    const [, party, amount] = new RegExp(`([ABC]) ${words} ([\\d.]+)`).exec(given) ?? [];
    return party === undefined || amount === undefined ? {} : { [party]: fenOf(amount) };
  };
  const [heads, use] = [countsOf('heads', [47, 31, 9]), countsOf('use', [3, 1, 0])];
  return {
    total: 10_000n,
    parties: ['A', 'B', 'C'].map((id, index) => ({
      id,
      headcount: heads[index] ?? 0,
      usage: use[index] ?? 0,
    })),
    rotation: Number(/turn (\d+)/.exec(given)?.[1] ?? 0),
    rule: readRule(ruleOf(rule)),
    caps: boundOf('at most'),
    floors: boundOf('at least'),
  };
}

describe('the README says of a rule what is computed', () => {
  it('of every kind', () => {
    for (const kind of kinds) expect(rows.some(([rule]) => rule?.includes(`"kind":"${kind}"`))).toBe(true);
  });

  it.each(rows)('%s %s', (rule = '', given = '', ...cells) => {
    const { shares, subsidy } = splitCost(inputOf(rule, given));
    const computed = [...shares.map(({ amount }) => yuan(amount)), subsidy === null ? '' : yuan(subsidy)];
    expect(computed).toEqual(cells);
  });
});
