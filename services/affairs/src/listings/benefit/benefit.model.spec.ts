import { describe, expect, it } from '@jest/globals';
import {
  type BenefitDefinition,
  type BenefitState,
  benefitStates,
} from '@gongxiang/contracts/affairs/listings/benefit.contract';
import {
  type BenefitAct,
  benefitProblems,
  nextBenefitState,
  ownWay,
  requireBenefitNotOver,
} from './benefit.model.js';
import { isOver } from '../listed/last-day.model.js';

describe('the life of a benefit', () => {
  it.each<[BenefitAct, Partial<Record<BenefitState, BenefitState>>]>([
    ['change', { draft: 'draft', published: 'published', ended: 'published' }],
    ['publish', { draft: 'published' }],
    ['withdraw', { published: 'withdrawn' }],
    ['restore', { withdrawn: 'published' }],
  ])('%s', (act, possible) => {
    for (const state of benefitStates) {
      const to = possible[state];
      if (to === undefined)
        expect(() => nextBenefitState(state, act)).toThrow(
          expect.objectContaining({ code: 'BENEFIT_STATE' }),
        );
      else expect(nextBenefitState(state, act)).toBe(to);
    }
  });
});

describe('what is said of a benefit', () => {
  const said: BenefitDefinition = {
    merchant: '江滩书店',
    title: '八八折',
    category: 'culture',
    way: 'card',
    audience: 'members',
    from: '2027-01-01',
    until: '2027-01-01',
  };
  const link = 'https://shop.example/union';
  const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });
  const at = (pointer: string, code: string) => [{ pointer, code }];

  it.each<[Partial<BenefitDefinition>, { pointer: string; code: string }[]]>([
    [{}, []],
    [{ way: 'code' }, at('/code', 'BENEFIT_CODE_MISSING')],
    [{ way: 'code', code: '工会家' }, []],
    [{ way: 'link' }, at('/link', 'BENEFIT_LINK_MISSING')],
    [{ way: 'link', link }, []],
    [{ category: 'finance' }, at('/way', 'BENEFIT_FINANCE_LINK')],
    [{ category: 'finance', way: 'code', code: '保' }, at('/way', 'BENEFIT_FINANCE_LINK')],
    [{ category: 'finance', way: 'link', link }, []],
    [{ until: '2026-12-31' }, at('/until', 'BENEFIT_PERIOD_REVERSED')],
    [{ savesPercent: 12 }, []],
    [{ savesAmount: yuan(500) }, []],
    [{ savesAmount: yuan(0) }, at('/savesAmount', 'BENEFIT_SAVING_NONE')],
    [{ savesPercent: 12, savesAmount: yuan(500) }, at('/savesAmount', 'BENEFIT_SAVING_TWICE')],
    [
      { category: 'finance', way: 'link', link, savesPercent: 5 },
      at('/savesPercent', 'BENEFIT_FINANCE_SAVING'),
    ],
  ])('%o', (changes, problems) => {
    expect(benefitProblems({ ...said, ...changes })).toEqual(problems);
  });

  it('is kept without what belongs to another way', () => {
    expect(ownWay({ way: 'card', code: '工会家', link })).toEqual({ code: null, link: null });
    expect(ownWay({ way: 'code', code: '工会家', link })).toEqual({ code: '工会家', link: null });
    expect(ownWay({ way: 'link', code: '工会家', link })).toEqual({ code: null, link });
  });

  it('is over once its last day has passed in China', () => {
    const [before, after] = [new Date('2027-01-01T15:59:00Z'), new Date('2027-01-01T16:00:00Z')];
    expect([before, after].map((now) => isOver('2027-01-01', now))).toEqual([false, true]);
    expect(() => requireBenefitNotOver('2027-01-01', after)).toThrow(
      expect.objectContaining({ code: 'BENEFIT_OVER' }),
    );
  });
});
