import { describe, expect, it } from '@jest/globals';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import { DomainError } from '@gongxiang/domain';
import {
  awaitsOfErasure,
  dueErasureStep,
  erasureBegins,
  involvedInPaper,
  isComplete,
  kindsInTheWay,
  nextErasureState,
  paperActsOf,
  requireFree,
  requirePaperDate,
} from './erasure.model.js';

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
  obstacles: [],
}));

describe('an erasure', () => {
  it.each([
    ['filed', 'confirm', 'waiting'],
    ['filed', 'refuse', 'refused'],
    ['filed', 'withdraw', 'withdrawn'],
    ['filed', 'lapse', 'lapsed'],
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
    ['filed', 'begin'],
    ['waiting', 'confirm'],
    ['refused', 'confirm'],
    ['lapsed', 'confirm'],
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

describe('an erasure asked for on paper', () => {
  const now = new Date('2026-11-30T04:00:00Z');
  const earlier = new Date('2026-11-30T03:59:59Z');
  const later = new Date('2026-11-30T04:00:01Z');

  it.each([
    ['filed', later, null],
    ['filed', now, 'lapse'],
    ['waiting', later, null],
    ['waiting', earlier, 'begin'],
    ['withdrawn', earlier, null],
    ['erasing', earlier, null],
    ['refused', earlier, null],
  ] as const)('that is %s and due at %s: %s', (state, effectiveAt, step) => {
    expect(dueErasureStep({ state, effectiveAt }, now)).toBe(step);
  });

  it.each([
    ['2026-11-29', 'none'],
    ['2026-11-30', 'none'],
    ['2026-12-01', 'ERASURE_PAPER_AHEAD'],
  ])('is dated %s: %s', (paperDate, code) => {
    expect(codeOf(() => requirePaperDate(paperDate, '2026-11-30'))).toBe(code);
  });

  it('says once what is in the way, and neither how many nor where', () => {
    const answers = free.map((one) => {
      if (one.service === 'sharing')
        return {
          ...one,
          obstacles: [{ obstacle: 'lent', count: 2 } as const, { obstacle: 'loan', count: 1 } as const],
        };
      return one.service === 'affairs'
        ? { ...one, obstacles: [{ obstacle: 'loan', count: 3 } as const] }
        : one;
    });
    expect(kindsInTheWay(answers, mergeServices)).toEqual(['lent', 'loan']);
    expect(kindsInTheWay(free, mergeServices)).toEqual([]);
    expect(codeOf(() => kindsInTheWay(free.slice(1), mergeServices))).toBe('ERASURE_SERVICE_SILENT');
  });

  it.each([
    ['filed', false, true, ['confirm', 'refuse', 'withdraw']],
    ['filed', true, true, ['withdraw']],
    ['waiting', false, true, ['withdraw']],
    ['erasing', false, true, []],
    ['lapsed', false, true, []],
    ['filed', false, false, []],
  ] as const)('that is %s lets (involved: %s, officer: %s) %j', (state, isInvolved, mayDecide, acts) => {
    expect(paperActsOf(state, { isInvolved, mayDecide })).toEqual(acts);
  });

  it('is decided neither by whoever has filed it nor by its person', () => {
    expect(involvedInPaper({ filedBy: 'officer', personId: 'person' })).toEqual(['officer', 'person']);
    expect(involvedInPaper({ filedBy: null, personId: 'person' })).toEqual(['person']);
  });

  it.each([
    ['filed', 'heirs', ['erasureFiled']],
    ['waiting', 'heirs', ['erasureOnPaper']],
    ['waiting', null, []],
    ['erasing', 'heirs', []],
    ['withdrawn', 'person', []],
  ] as const)('that is %s, asked for by %s, waits as %j', (state, paperKind, kinds) => {
    const row = { id: 'erasure', state, personId: 'person', paperKind, effectiveAt: later };
    expect(awaitsOfErasure(row, { personIds: ['other'] }).map(({ kind }) => kind)).toEqual(kinds);
  });
});
