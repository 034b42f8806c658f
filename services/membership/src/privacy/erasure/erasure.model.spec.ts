import { describe, expect, it } from '@jest/globals';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import { DomainError } from '@gongxiang/domain';
import { erasureBegins, isComplete, nextErasureState, requireFree } from './erasure.model.js';

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

const free = mergeServices.map((service) => ({
  service,
  answered: true,
  erased: [],
  kept: [],
  obstacles: [],
}));

describe('an erasure', () => {
  it.each([
    ['waiting', 'withdraw', 'withdrawn'],
    ['waiting', 'begin', 'erasing'],
    ['waiting', 'lapse', 'lapsed'],
    ['erasing', 'finish', 'erased'],
  ] as const)('that is %s goes by %s to %s', (state, step, next) => {
    expect(nextErasureState(state, step)).toBe(next);
  });

  it.each([
    ['erasing', 'withdraw'],
    ['erased', 'withdraw'],
    ['withdrawn', 'begin'],
    ['lapsed', 'begin'],
    ['waiting', 'finish'],
  ] as const)('that is %s does not know %s', (state, step) => {
    expect(codeOf(() => nextErasureState(state, step))).toBe('ILLEGAL_TRANSITION');
  });

  it('begins after seven days', () => {
    expect(erasureBegins(new Date('2026-11-26T08:00:00Z'), 7)).toEqual(new Date('2026-12-03T08:00:00Z'));
  });

  it('is asked for when every service has answered and nothing is in the way', () => {
    expect(codeOf(() => requireFree(free, mergeServices))).toBe('none');
    expect(codeOf(() => requireFree(free.slice(1), mergeServices))).toBe('ERASURE_SERVICE_SILENT');
    expect(
      codeOf(() =>
        requireFree(
          free.map((one) => ({ ...one, answered: false })),
          mergeServices,
        ),
      ),
    ).toBe('ERASURE_SERVICE_SILENT');
    const obstacles = [{ obstacle: 'loan', count: 1 }] as const;
    expect(
      codeOf(() =>
        requireFree(
          free.map((one) => (one.service === 'sharing' ? { ...one, obstacles: [...obstacles] } : one)),
          mergeServices,
        ),
      ),
    ).toBe('ERASURE_IN_THE_WAY');
  });

  it('is complete once each service has done its part', () => {
    const doneAt = new Date();
    const done = mergeServices.map((service) => ({ service, doneAt }));
    expect(isComplete(done, mergeServices)).toBe(true);
    expect(isComplete(done.slice(1), mergeServices)).toBe(false);
    expect(isComplete([...done.slice(1), { service: 'membership', doneAt: null }], mergeServices)).toBe(
      false,
    );
    expect(isComplete(done.slice(1), ['sharing', 'settlement', 'evaluation'])).toBe(true);
  });
});
