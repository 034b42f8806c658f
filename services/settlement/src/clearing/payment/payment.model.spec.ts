import { describe, expect, it } from '@jest/globals';
import { firstReminderAt, nextReminderAt, remindersMax, requireFullAmount } from './payment.model.js';

describe('the day of a payment', () => {
  it('is over in China before it is over in London: the first reminder comes at nine of the next morning there', () => {
    expect(firstReminderAt('2026-12-20').toISOString()).toBe('2026-12-21T01:00:00.000Z');
  });

  it('is reminded of each week, and not for ever', () => {
    const now = new Date('2026-12-21T01:00:00Z');
    expect(nextReminderAt(now, 1)?.toISOString()).toBe('2026-12-28T01:00:00.000Z');
    expect(nextReminderAt(now, remindersMax)).toBeNull();
  });
});

describe('what the bank says of a payment', () => {
  it.each([6_500n, null])('is the whole amount, or nothing is said: %s', (amount) => {
    expect(() => requireFullAmount(6_500n, amount)).not.toThrow();
  });

  it.each([6_499n, 6_501n, 0n])('E76: of 65.00, %s fen are refused with what is due', (amount) => {
    const refused = (): void => requireFullAmount(6_500n, amount);
    expect(refused).toThrow('PAYMENT_AMOUNT_DIFFERS');
    expect(refusal(refused)).toMatchObject({ params: { dueFen: '6500' }, errors: [{ pointer: '/amount' }] });
  });
});

function refusal(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}
