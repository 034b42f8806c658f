import { describe, expect, it } from '@jest/globals';
import { silentOf, sumOf } from './merge.model.js';

const count = (kind: 'acts' | 'registrations', moving: number, clashing = 0) =>
  ({ kind, moving, resolving: 0, clashing }) as const;

describe('what a merge touches', () => {
  it('is summed over the services, the most first', () => {
    const services = [
      { counts: [count('registrations', 1, 1)] },
      { counts: [count('acts', 3), count('registrations', 4)] },
    ];
    // registrations: 1 + 4 move and 1 stays; acts: 3 move
    expect(sumOf(services)).toEqual([count('registrations', 5, 1), count('acts', 3)]);
  });

  it('names the services that have not answered', () => {
    const of = (service: 'sharing' | 'settlement', answered: boolean) => ({
      service,
      answered,
      counts: [],
      warnings: [],
    });
    expect(silentOf([of('sharing', true), of('settlement', false)])).toEqual(['settlement']);
  });
});
