import { describe, expect, it } from '@jest/globals';
import {
  answerBy,
  awaitedPieces,
  counts,
  type Handed,
  isLeft,
  leftOf,
  mayClose,
  objectionUntil,
  quantityOf,
  standingOf,
  twinOf,
  type Wish,
} from './handover.model.js';

const at = (time: string): Date => new Date(`2026-12-01T${time}:00+08:00`);
const loan = { quantity: 5, createdAt: at('08:00'), startsAt: at('10:00') };

function handed(more: Partial<Handed>): Handed {
  return {
    direction: 'out',
    recordedSide: 'owner',
    quantity: 5,
    state: 'waiting',
    happenedAt: at('10:00'),
    ...more,
  };
}

const wish = (more: Partial<Wish>): Wish => ({
  direction: 'back',
  side: 'owner',
  quantity: null,
  at: at('11:00'),
  ...more,
});

describe('whether a handover counts', () => {
  it.each([
    ['owner', 'waiting', true],
    ['owner', 'confirmed', true],
    ['owner', 'disputed', true], // only the owner holds the thing
    ['borrower', 'waiting', false],
    ['borrower', 'confirmed', true],
    ['borrower', 'disputed', false],
  ] as const)('written down by the %s, %s: %s', (recordedSide, state, expected) => {
    expect(counts({ recordedSide, state })).toBe(expected);
  });
});

describe('E54: what came back in part', () => {
  const back = (quantity: number, more: Partial<Handed> = {}): Handed =>
    handed({ direction: 'back', quantity, ...more });

  it.each([
    ['nothing went out', [], 0, 5],
    ['all went out', [handed({})], 5, 0],
    ['three went out', [handed({ quantity: 3 })], 3, 2],
    ['of five two are back', [handed({}), back(2)], 3, 0], // 5 − 2
    ['of five two and three are back', [handed({}), back(2), back(3)], 0, 0],
    ['the borrower alone says that two are back', [handed({}), back(2, { recordedSide: 'borrower' })], 5, 0],
  ])('%s', (_name, handovers, outNow, toHandOver) => {
    expect(standingOf(handovers, loan.quantity)).toEqual({ outNow, toHandOver });
  });

  it.each([
    ['all that is left', null, [handed({}), back(2)], 3],
    ['a part of it', 1, [handed({}), back(2)], 1],
    // The borrower has recorded two already: 5 − 2 are left to record.
    ['what nobody has written down', null, [handed({}), back(2, { recordedSide: 'borrower' })], 3],
  ])('takes %s', (_name, quantity, handovers, expected) => {
    expect(quantityOf(wish({ quantity }), loan, handovers)).toBe(expected);
  });

  it.each([
    ['more than is out', wish({ quantity: 4 }), [handed({}), back(2)], 3],
    ['what is back', wish({}), [handed({}), back(5)], 0],
    ['what never went out', wish({}), [], 0],
    ['more than was lent', wish({ direction: 'out', quantity: 6 }), [], 5],
  ])('refuses %s', (_name, asked, handovers, left) => {
    expect(() => quantityOf(asked, loan, handovers)).toThrow(
      expect.objectContaining({ code: 'HANDOVER_TOO_MUCH', params: { left } }),
    );
  });
});

describe('the time of a handover', () => {
  it.each([
    ['out by the owner before the loan begins', wish({ direction: 'out', at: at('09:00') }), [], null],
    ['out before it was asked for', wish({ direction: 'out', at: at('07:59') }), [], 'HANDOVER_TOO_EARLY'],
    [
      'out by the borrower before the loan begins',
      wish({ direction: 'out', side: 'borrower', at: at('09:59') }),
      [],
      'HANDOVER_TOO_EARLY',
    ],
    ['back before it went out', wish({ at: at('09:59') }), [handed({})], 'HANDOVER_TOO_EARLY'],
    ['back at the moment it went out', wish({ at: at('10:00') }), [handed({})], null],
  ])('%s', (_name, asked, handovers, code) => {
    const ask = (): number => quantityOf(asked, loan, handovers);
    if (code === null) expect(ask).not.toThrow();
    else expect(ask).toThrow(code);
  });

  it('is answered within 48 hours, and objected to within 14 days', () => {
    expect(answerBy(at('10:00'))).toEqual(new Date('2026-12-03T10:00:00+08:00')); // the 1st + 2 days
    expect(objectionUntil(at('10:00'))).toEqual(new Date('2026-12-15T10:00:00+08:00')); // the 1st + 14 days
  });
});

describe('both hands that write it down', () => {
  it.each([
    ['the same', { quantity: 5 }, true],
    ['all that is left', { quantity: null }, true],
    ['another quantity', { quantity: 4 }, false],
    ['the other direction', { direction: 'out' }, false],
    ['the same side once more', { side: 'borrower' }, false],
    ['the same pieces', { pieces: ['two', 'one'] }, true],
    ['E61: other pieces', { pieces: ['one', 'three'] }, false],
  ] as const)('%s', (_name, more, isTwin) => {
    const theirs = handed({ direction: 'back', recordedSide: 'borrower', pieces: ['one', 'two'] });
    expect(twinOf(wish(more), [handed({ state: 'confirmed' }), theirs])).toBe(isTwin ? theirs : null);
  });
});

describe('E54: what is confirmed after all', () => {
  it.each([
    ['out', 2, true], // 5 − 3 = 2 are still to be handed over
    ['out', 3, false],
    ['back', 3, true],
    ['back', 4, false],
  ] as const)('%s, %i of what is left: %s', (direction, quantity, expected) => {
    expect(isLeft({ direction, quantity }, { outNow: 3, toHandOver: 2 })).toBe(expected);
  });

  it('is held against nothing where more was handed over than was lent', () => {
    expect(leftOf({ direction: 'out' }, { outNow: 5, toHandOver: -1 })).toBe(0);
  });

  it('awaits only what the borrower gives back and nobody has answered', () => {
    const theirs = { direction: 'back', recordedSide: 'borrower' } as const;
    const all = [
      handed({ ...theirs, pieces: ['one'] }),
      handed({ ...theirs, pieces: ['two'], state: 'confirmed' }),
      handed({ ...theirs, pieces: ['three'], state: 'disputed' }),
      handed({ pieces: ['four'] }),
    ];
    expect([...awaitedPieces(all)]).toEqual(['one']);
  });
});

describe('the end of a loan', () => {
  const returned = { returnedAt: at('12:00'), closedAt: null };
  const confirmed = handed({ state: 'confirmed' });
  it.each([
    ['both agree', returned, [confirmed], false, at('12:00'), true],
    ['it is not back', { returnedAt: null, closedAt: null }, [confirmed], false, at('12:00'), false],
    ['one has not answered', returned, [confirmed, handed({})], false, at('12:00'), false],
    ['a damage is open', returned, [confirmed], true, at('12:00'), false],
    [
      'they do not agree, and may object',
      returned,
      [handed({ state: 'disputed' })],
      false,
      at('13:00'),
      false,
    ],
    [
      'they do not agree, and the time is over',
      returned,
      [handed({ state: 'disputed' })],
      false,
      new Date('2026-12-15T12:00:00+08:00'), // the 1st + 14 days
      true,
    ],
    ['it is closed', { ...returned, closedAt: at('12:00') }, [confirmed], false, at('12:00'), false],
  ] as const)('%s', (_name, one, handovers, hasOpenDamage, now, expected) => {
    expect(mayClose(one, handovers, { hasOpenDamage, now })).toBe(expected);
  });
});
