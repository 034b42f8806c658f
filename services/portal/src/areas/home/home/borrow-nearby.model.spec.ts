import { describe, expect, it } from '@jest/globals';
import { borrowableOf, type Offer } from './borrow-nearby.model.js';

const offer = (id: string, unionId: string, kind: 'grant' | 'ownership' | null = 'grant') =>
  ({ id, unionId, right: kind && { kind } }) as Offer;
const idsOf = (...offers: readonly Offer[]): string[] => borrowableOf(offers, 'own').map(({ id }) => id);

describe('what a union could borrow', () => {
  it('is of others, by a right to use it', () => {
    expect(idsOf(offer('a', 'own', 'ownership'), offer('b', 'u', null), offer('c', 'u'))).toEqual(['c']);
  });

  it('is one thing of each union first, and four at most', () => {
    const offers = [offer('a', 'u'), offer('b', 'u'), offer('c', 'v'), offer('d', 'w'), offer('e', 'w')];
    expect(idsOf(...offers)).toEqual(['a', 'c', 'd', 'b']);
  });
});
