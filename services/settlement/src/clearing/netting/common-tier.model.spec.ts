import { describe, expect, it } from '@jest/globals';
import { proposerOf, tiersAboveBoth } from './common-tier.model.js';

describe('the tiers that may net two unions', () => {
  it.each([
    {
      two: ['1.2.3.', '1.2.4.'],
      tiers: ['1.2.', '1.'],
      what: 'neighbours: the district, then the federation',
    },
    { two: ['1.2.3.', '1.5.4.'], tiers: ['1.'], what: 'of two districts: the federation' },
    {
      two: ['1.2.', '1.2.4.'],
      tiers: ['1.2.', '1.'],
      what: 'a district and a union of its own: the district itself',
    },
    { two: ['1.2.4.', '1.2.'], tiers: ['1.2.', '1.'], what: 'the same the other way' },
    { two: ['1.2.3.', '1.20.3.'], tiers: ['1.'], what: 'the tier 1.2 is not above 1.20' },
    {
      two: ['1.2.3.', '1.2.3.'],
      tiers: ['1.2.3.', '1.2.', '1.'],
      what: 'a union and its enterprise: itself',
    },
  ])('$what', ({ two: [one = '', other = ''], tiers }) => {
    expect(tiersAboveBoth(one, other)).toEqual(tiers);
  });

  it.each([
    { held: ['1.2.', '1.'], proposer: '1.2.', what: 'the nearest where somebody does it' },
    { held: ['1.'], proposer: '1.', what: 'the one above where nobody nearer does' },
    { held: [], proposer: '1.2.', what: 'the nearest where nobody does at all' },
  ])('$what', ({ held, proposer }) => {
    expect(proposerOf(['1.2.', '1.'], new Set(held))).toBe(proposer);
  });
});
