import { describe, expect, it } from '@jest/globals';
import { netPromoterScore, optionsText, partsOf } from './distribution.model.js';

const likert = { kind: 'likert' } as const;
const nps = { kind: 'nps' } as const;
const promoters = { key: '9+10', count: 12 };
const passives = { key: '7+8', count: 7 };
const detractors = { key: '0+1+2+3+4+5+6', count: 6 };

describe('how answers divide', () => {
  it.each([
    ['1', 'left', 'strongLeft'],
    ['1+2', 'left', 'strongLeft'],
    ['2', 'left', 'lightLeft'],
    ['3', 'middle', 'middle'],
    ['2+3', 'middle', 'middle'],
    ['1+2+3+4', 'middle', 'middle'],
    ['4', 'right', 'lightRight'],
    ['4+5', 'right', 'strongRight'],
    ['5', 'right', 'strongRight'],
  ])('%s of a scale stands %s and is filled %s', (key, side, fill) => {
    expect(partsOf(likert, [{ key, count: 8 }])).toMatchObject([{ side, fill, share: 1 }]);
  });

  it('has shares of all answers', () => {
    const parts = partsOf(likert, [{ key: '1+2+3', count: 8 }, { key: '4', count: 10 }, { key: '5', count: 22 }]); // prettier-ignore
    expect(parts.map(({ share }) => share)).toEqual([0.2, 0.25, 0.55]);
  });

  it.each([
    ['1', likert, '1'],
    ['1+2+3', likert, '1–3'],
    ['0+1+2+3+4+5+6', nps, '0–6'],
    ['bus+walk', { kind: 'choice', choices: [{ key: 'bus', text: '班车' }, { key: 'walk', text: '步行' }] } as const, '班车 + 步行'], // prettier-ignore
  ])('names %s', (key, question, expected) => {
    expect(optionsText(question as never, key.split('+'))).toBe(expected);
  });

  it('promoters less detractors: 12/25 − 6/25 = 24 %; unknown where two groups are told together', () => {
    expect(netPromoterScore(partsOf(nps, [detractors, passives, promoters]))).toBe(24);
    const joined = [detractors, { key: '7+8+9+10', count: 19 }];
    expect(netPromoterScore(partsOf(nps, joined))).toBeNull();
  });
});
