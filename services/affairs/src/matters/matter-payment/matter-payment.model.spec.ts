import { describe, expect, it } from '@jest/globals';
import type { ServicePaysDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { matterInstalmentStates } from '@gongxiang/contracts/words/matter-payment';
import { daysAfter, sum, toWire } from '@gongxiang/domain';
import {
  type KeptPayment,
  mayRequestPayment,
  mayStopPayments,
  ruledPayment,
  weightsOf,
} from './matter-payment.model.js';

const pays: ServicePaysDto = { expenseCode: '2.5', most: toWire(50_000n) };
const shared: ServicePaysDto = {
  expenseCode: '3.4',
  most: null,
  split: [
    { label: '提出人', weight: 60 },
    { label: '实施人', weight: 40 },
  ],
};
const one = [{ label: '收款人' }];
const two = [{ label: '提出人' }, { label: '实施人' }];
const today = '2026-11-30';

const instalment = (dueOn: string, fen: bigint) => ({ dueOn, amount: toWire(fen) });
/** What was asked for before: 100.00 for each instalment. */
const kept = (...states: KeptPayment['state'][]) =>
  states.map((state, at) => ({ instalment: at + 1, state, amountFen: 10_000n, dueOn: null }));

describe('a payment for a matter', () => {
  it.each([
    ['up to the bound', pays, 50_000n, one],
    ['one fen', pays, 1n, one],
    ['split, without a bound', shared, 10_001n, two],
  ])('%s', (_what, rule, fen, payees) => {
    const whole = [{ instalment: 1, amountFen: fen, dueOn: null }];
    expect(ruledPayment(rule, [], { amount: toWire(fen), payees }, today)).toEqual(whole);
  });

  it('goes by the weights of the split', () => {
    expect(weightsOf(shared, two)).toEqual([60, 40]);
    expect(weightsOf(pays, one)).toEqual([1]);
  });

  it.each([
    ['of a service that pays nothing', null, 1n, one, 'MATTER_PAYS_NOTHING'],
    ['of nothing', pays, 0n, one, 'AMOUNT_NOT_POSITIVE'],
    ['of less than nothing', pays, -1n, one, 'AMOUNT_NOT_POSITIVE'],
    ['one fen above the bound', pays, 50_001n, one, 'MATTER_PAYMENT_ABOVE'],
    ['to two where there is no split', pays, 1n, two, 'MATTER_PAYEES_UNLIKE'],
    ['to one of two', shared, 1n, two.slice(1), 'MATTER_PAYEES_UNLIKE'],
    ['in another order than the split', shared, 1n, [...two].reverse(), 'MATTER_PAYEES_UNLIKE'],
  ])('is refused %s', (_what, rule, fen, payees, code) => {
    expect(() => ruledPayment(rule, [], { amount: toWire(fen), payees }, today)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('is asked for again only once it was refused or came back', () => {
    const again = matterInstalmentStates.filter((state) => mayRequestPayment(pays, [{ state }]));
    expect(again).toEqual(['refused', 'returned']);
    const request = { amount: toWire(1n), payees: one };
    expect(() => ruledPayment(pays, kept('paid'), request, today)).toThrow(
      expect.objectContaining({ code: 'MATTER_PAYMENT_ASKED' }),
    );
  });
});

describe('instalments of a payment', () => {
  const asked = (amount: bigint, instalments: ReturnType<typeof instalment>[]) => ({
    amount: toWire(amount),
    payees: one,
    instalments,
  });

  it('are asked for in the order of their days, the first one today at the earliest', () => {
    const three = [
      instalment(today, 20_000n),
      instalment('2026-12-31', 20_000n),
      instalment('2027-01-31', 10_000n),
    ];
    expect(ruledPayment(pays, [], asked(50_000n, three), today)).toEqual([
      { instalment: 1, amountFen: 20_000n, dueOn: today },
      { instalment: 2, amountFen: 20_000n, dueOn: '2026-12-31' },
      { instalment: 3, amountFen: 10_000n, dueOn: '2027-01-31' },
    ]);
  });

  const day = (dueOn: string) => [instalment(today, 1n), instalment(dueOn, 1n)];
  it.each([
    [
      'one fen above the amount',
      3n,
      [instalment(today, 2n), instalment('2026-12-01', 2n)],
      'SUM',
      '/instalments',
    ],
    ['one fen below it', 3n, day('2026-12-01'), 'SUM', '/instalments'],
    ['on the same day', 2n, day(today), 'DAY', '/instalments/1/dueOn'],
    ['on an earlier day', 2n, day('2026-11-29'), 'DAY', '/instalments/1/dueOn'],
    ['from yesterday on', 1n, [instalment('2026-11-29', 1n)], 'DAY', '/instalments/0/dueOn'],
    ['in four years', 2n, day('2030-11-30'), 'DAY', '/instalments/1/dueOn'],
    [
      'of nothing',
      1n,
      [instalment(today, 1n), instalment('2026-12-01', 0n)],
      'POSITIVE',
      '/instalments/1/amount',
    ],
    ['above the bound of the service', 50_001n, [instalment(today, 50_001n)], 'ABOVE', '/amount'],
  ] as const)('are refused %s', (_what, amount, instalments, code, pointer) => {
    const codes = {
      SUM: 'MATTER_INSTALMENTS_SUM',
      DAY: 'MATTER_INSTALMENT_DAY',
      POSITIVE: 'AMOUNT_NOT_POSITIVE',
      ABOVE: 'MATTER_PAYMENT_ABOVE',
    };
    expect(() => ruledPayment(pays, [], asked(amount, [...instalments]), today)).toThrow(
      expect.objectContaining({ code: codes[code], errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it('that failed are asked for again one by one, each as it was', () => {
    const again = ruledPayment(
      pays,
      kept('paid', 'returned', 'planned'),
      { amount: toWire(10_000n), payees: one },
      today,
    );
    expect(again).toEqual([{ instalment: 2, amountFen: 10_000n, dueOn: null }]);
    const stopped = ruledPayment(
      pays,
      kept('refused', 'stopped'),
      { amount: toWire(10_000n), payees: one },
      today,
    );
    expect(stopped).toMatchObject([{ instalment: 1 }]);
  });

  it.each([
    [
      'with more',
      kept('returned', 'planned'),
      { amount: toWire(10_001n), payees: one },
      'MATTER_INSTALMENT_AMOUNT',
    ],
    [
      'with less',
      kept('returned', 'planned'),
      { amount: toWire(9_999n), payees: one },
      'MATTER_INSTALMENT_AMOUNT',
    ],
    [
      'in instalments',
      kept('returned', 'planned'),
      asked(10_000n, day('2026-12-01')),
      'MATTER_INSTALMENT_AMOUNT',
    ],
    [
      'while others wait',
      kept('paid', 'planned'),
      { amount: toWire(1n), payees: one },
      'MATTER_PAYMENT_ASKED',
    ],
    ['once stopped', kept('paid', 'stopped'), { amount: toWire(1n), payees: one }, 'MATTER_PAYMENT_ASKED'],
  ])('are not asked for again %s', (_what, before, request, code) => {
    expect(() => ruledPayment(pays, before, request, today)).toThrow(expect.objectContaining({ code }));
  });

  it('never come to more than what was asked for once, whichever of them fail', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const count = 2 + (seed % 11);
      const fens = Array.from({ length: count }, (_, at) => BigInt(1 + ((seed * 7919 * (at + 1)) % 4_000)));
      const total = sum(fens);
      const parts = fens.map((fen, at) => instalment(daysAfter(today, at), fen));
      const free: ServicePaysDto = { ...pays, most: null };
      const planned = ruledPayment(free, [], asked(total, parts), today);
      expect(sum(planned.map(({ amountFen }) => amountFen))).toBe(total);
      const failing = planned.map((part) => ({
        ...part,
        state: part.instalment === 1 + (seed % count) ? ('returned' as const) : ('paid' as const),
      }));
      const failed = failing.find(({ state }) => state === 'returned');
      const again = ruledPayment(
        free,
        failing,
        { amount: toWire(failed?.amountFen ?? 0n), payees: one },
        today,
      );
      const paid = failing.filter(({ state }) => state === 'paid').map(({ amountFen }) => amountFen);
      expect(sum([...paid, ...again.map(({ amountFen }) => amountFen)])).toBe(total);
    }
  });

  it('can be stopped as long as one was not asked for', () => {
    const stoppable = matterInstalmentStates.filter((state) => mayStopPayments([{ state }]));
    expect(stoppable).toEqual(['planned']);
  });
});
