import { describe, expect, it } from '@jest/globals';
import type { AdoptionRequestState } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import { type BrandState, brandStates } from '@gongxiang/contracts/sharing/organising/brand.contract';
import { actions } from '../actions.js';
import { awaitsOfAdoption, requireAdoptable, requireBrandStep } from './brand.model.js';

describe('the life of a brand', () => {
  const allowed = ['draft published', 'draft retired', 'published retired', 'retired published'];
  const steps = brandStates.flatMap((from) => brandStates.map((to): [BrandState, BrandState] => [from, to]));

  it.each(steps)('from %s to %s', (from, to) => {
    const step = (): void => requireBrandStep(from, to);
    if (allowed.includes(`${from} ${to}`)) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});

describe('who may hold an edition', () => {
  it.each([
    ['draft', 'open', 'other', true, 'BRAND_NOT_PUBLISHED'],
    ['retired', 'open', 'founder', true, 'BRAND_NOT_PUBLISHED'],
    ['published', 'open', 'other', false, null],
    ['published', 'onRequest', 'other', false, 'BRAND_APPROVAL_REQUIRED'],
    ['published', 'onRequest', 'other', true, null],
    ['published', 'onRequest', 'founder', false, null],
  ] as const)(
    'of a brand that is %s and %s: %s, approved %s → %s',
    (state, adoption, unionId, isApproved, code) => {
      const act = (): void =>
        requireAdoptable({ state, adoption, founderUnionId: 'founder' }, unionId, isApproved);
      if (code === null) expect(act).not.toThrow();
      else expect(act).toThrow(expect.objectContaining({ code }));
    },
  );
});

describe('the request of a union', () => {
  const brand = { id: 'brand', name: '亲子工厂日', founderUnionId: 'founder' };
  const awaits = (state: AdoptionRequestState) =>
    awaitsOfAdoption(brand, { state, unionName: '滨江工会' }, actions.manageBrand);

  it.each<[AdoptionRequestState, number]>([
    ['requested', 1],
    ['approved', 0],
    ['refused', 0],
  ])('that is %s waits for %i decisions', (state, count) => {
    expect(awaits(state)).toHaveLength(count);
  });

  it('waits for those who manage the brand at its founder', () => {
    expect(awaits('requested')).toMatchObject([
      {
        kind: 'adoptionAsked',
        offices: { roles: ['officer', 'organiser'], unionIds: ['founder'], isNearest: true },
        about: { brandId: 'brand' },
        title: '亲子工厂日',
        values: { partyName: '滨江工会' },
      },
    ]);
  });
});
