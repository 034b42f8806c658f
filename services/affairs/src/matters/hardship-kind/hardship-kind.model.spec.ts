import { describe, expect, it } from '@jest/globals';
import {
  type HardshipKind,
  isValidOn,
  requireChangeable,
  requireFits,
  requireOfKind,
} from './hardship-kind.model.js';

const kind = (part: Partial<HardshipKind> = {}): HardshipKind => ({
  id: 'a',
  label: '深度困难职工',
  incomeMaxFen: 106_500n,
  source: '2026 年第 8 号文',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  used: false,
  ...part,
});
const yuan = (fen: string) => ({ amount: fen, currency: 'CNY' }) as const;

describe('a kind of hardship', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('on %s counts: %s', (on, expected) => {
    expect(isValidOn(kind(), on)).toBe(expected);
  });

  it('without a last day goes on', () => {
    expect(isValidOn(kind({ validUntil: null }), '2099-01-01')).toBe(true);
  });

  it.each([
    ['the day after', '2027-01-01', null, null],
    ['its last day', '2026-12-31', null, 'HARDSHIP_KIND_TWICE'],
    ['days before it', '2025-01-01', '2025-12-31', null],
    ['days up to its first', '2025-01-01', '2026-01-01', 'HARDSHIP_KIND_TWICE'],
    ['no last day, from before', '2025-01-01', null, 'HARDSHIP_KIND_TWICE'],
    ['a last day before the first', '2028-01-02', '2028-01-01', 'HARDSHIP_KIND_DATES'],
  ])('fits beside another with %s: %s to %s', (_what, validFrom, validUntil, code) => {
    const act = (): void => requireFits(kind({ id: 'b', validFrom, validUntil }), [kind()]);
    if (code === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code }));
  });

  it('fits beside another one of the same days', () => {
    expect(() => requireFits(kind({ id: 'b', label: '相对困难职工' }), [kind()])).not.toThrow();
  });

  it.each([
    ['its limit', { incomeMaxFen: 120_000n }, 'HARDSHIP_KIND_USED'],
    ['its first day', { validFrom: '2026-02-01' }, 'HARDSHIP_KIND_USED'],
    ['its last day to one that is over', { validUntil: '2026-11-25' }, 'HARDSHIP_KIND_USED'],
    ['its last day to today', { validUntil: '2026-11-26' }, null],
    ['its last day to none', { validUntil: null }, null],
  ])('by which a matter was judged changes %s: %j', (_what, change, code) => {
    const before = kind({ used: true });
    const act = (): void => requireChangeable(before, { ...before, ...change }, '2026-11-26');
    if (code === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code }));
  });

  it('by which a matter was judged does not begin again once it is over', () => {
    const before = kind({ used: true, validUntil: '2026-11-25' });
    expect(() => requireChangeable(before, { ...before, validUntil: null }, '2026-11-26')).toThrow(
      expect.objectContaining({ code: 'HARDSHIP_KIND_USED' }),
    );
  });

  it('by which none was judged changes as its officer likes', () => {
    const after = kind({ incomeMaxFen: null, validFrom: '2025-01-01', validUntil: '2025-02-01' });
    expect(() => requireChangeable(kind(), after, '2026-11-26')).not.toThrow();
  });
});

describe('a household', () => {
  it.each([
    // 1,065.00 yuan a head and month, and one fen more.
    ['106500', null],
    ['106501', 'HARDSHIP_INCOME_ABOVE'],
    ['0', null],
  ])('with %s fen a head and month: %s', (fen, code) => {
    const act = (): HardshipKind => requireOfKind(kind(), { on: '2026-06-01', income: yuan(fen) });
    if (code === null) expect(act()).toEqual(kind());
    else expect(act).toThrow(expect.objectContaining({ code, params: { maxFen: '106500' } }));
  });

  it('is of a kind without a limit, whatever it has', () => {
    const accident = kind({ incomeMaxFen: null });
    expect(requireOfKind(accident, { on: '2026-06-01', income: yuan('9999999') })).toBe(accident);
  });

  it.each([[null], [kind({ validFrom: '2026-06-02' })]])('is not of a kind of another day: %j', (other) => {
    expect(() => requireOfKind(other, { on: '2026-06-01', income: yuan('1') })).toThrow(
      expect.objectContaining({ code: 'HARDSHIP_KIND_UNKNOWN' }),
    );
  });
});
