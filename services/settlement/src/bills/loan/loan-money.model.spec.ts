import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ChargedLoan,
  depositBalance,
  type LoanEntry,
  type LoanMove,
  movesOf,
  type OwedDamage,
} from './loan-money.model.js';

const loanOf = (more: Partial<ChargedLoan> = {}): ChargedLoan => ({
  id: 'loan',
  depositFen: 20_000n,
  feeDueFen: null,
  isHandedOver: true,
  isClosed: false,
  ...more,
});
const closed = loanOf({ isClosed: true, feeDueFen: 6_000n });
const entry = (kind: LoanEntry['kind'], amountFen: bigint, more: Partial<LoanEntry> = {}): LoanEntry => ({
  id: `${kind}/${more.sourceId ?? 'loan'}`,
  kind,
  sourceId: 'loan',
  amountFen,
  isReversed: false,
  ...more,
});
const held = entry('depositHeld', 20_000n);
const damage = (owedFen: bigint, id = 'd1'): OwedDamage => ({ id, owedFen });
const posted = (owedFen: bigint, sourceId = 'd1', isReversed = false): LoanEntry =>
  entry('damage', owedFen, { sourceId, isReversed });
const deducted = (amountFen: bigint, sourceId = 'd1', isReversed = false): LoanEntry =>
  entry('depositKept', amountFen, { sourceId, isReversed });
const shown = (moves: readonly LoanMove[]): string[] =>
  moves.map((move) =>
    move.step === 'reverse' ? `reverse ${move.entryId}` : `${move.kind} ${move.sourceId} ${move.amountFen}`,
  );

describe('what a loan brings into the ledger', () => {
  it.each<[string, ChargedLoan, OwedDamage[], LoanEntry[], string[]]>([
    ['nothing before it is handed over', loanOf({ isHandedOver: false }), [], [], []],
    ['its deposit when it is handed over', loanOf(), [], [], ['depositHeld loan 20000']],
    ['nothing twice', loanOf(), [], [held], []],
    ['nothing where it is free', loanOf({ depositFen: null, isClosed: true }), [], [held].slice(1), []],
    ['release and fee at its end', closed, [], [held], ['depositReleased loan 20000', 'loanFee loan 6000']],
    [
      'all of it where only its end was heard of',
      closed,
      [],
      [],
      ['depositHeld loan 20000', 'depositReleased loan 20000', 'loanFee loan 6000'],
    ],
    ['nothing for a damage that is open', loanOf(), [damage(0n)], [held], []],
    ['nothing for a damage that is not posted yet', loanOf(), [damage(500n)], [held], []],
    [
      'what a damage takes of the deposit',
      loanOf(),
      [damage(500n)],
      [held, posted(500n)],
      ['depositKept d1 500'],
    ],
    [
      'no more than is held: 200.00 of 350.00, the rest is owed',
      loanOf(),
      [damage(35_000n)],
      [held, posted(35_000n)],
      ['depositKept d1 20000'],
    ],
    [
      'what the first damage leaves to the second',
      loanOf(),
      [damage(15_000n), damage(9_000n, 'd2')],
      [held, posted(15_000n), posted(9_000n, 'd2')],
      ['depositKept d1 15000', 'depositKept d2 5000'], // 200.00 − 150.00 = 50.00
    ],
    [
      'what is left at its end',
      loanOf({ isClosed: true }),
      [damage(15_000n)],
      [held, posted(15_000n), deducted(15_000n)],
      ['depositReleased loan 5000'],
    ],
    [
      'E82: back what was kept for a damage that is let off',
      loanOf(),
      [damage(0n)],
      [held, posted(15_000n, 'd1', true), deducted(15_000n)],
      ['reverse depositKept/d1'],
    ],
    [
      'and to another damage what that frees',
      loanOf(),
      [damage(0n), damage(18_000n, 'd2')],
      [held, posted(15_000n, 'd1', true), deducted(15_000n), posted(18_000n, 'd2')],
      ['reverse depositKept/d1', 'depositKept d2 18000'],
    ],
    [
      'the release of it in its name, where the loan was closed before',
      loanOf({ isClosed: true }),
      [damage(0n)],
      [held, posted(15_000n, 'd1', true), deducted(15_000n), entry('depositReleased', 5_000n)],
      ['reverse depositKept/d1', 'depositReleased d1 15000'],
    ],
  ])('is %s', (_name, loan, damages, entries, expected) => {
    expect(shown(movesOf(loan, damages, entries))).toEqual(expected);
  });
});

/** What has happened to a loan: how far it is, and what is owed for its damages. */
interface PublishedLoan {
  readonly loan: ChargedLoan;
  readonly damages: readonly OwedDamage[];
}

/** Does what is said, as the ledger would: appends, and marks what is reversed. */
function made(entries: readonly LoanEntry[], moves: readonly LoanMove[]): LoanEntry[] {
  return moves.reduce<LoanEntry[]>(
    (all, move) =>
      move.step === 'reverse'
        ? all.map((one) => (one.id === move.entryId ? { ...one, isReversed: true } : one))
        : [...all, entry(move.kind, move.amountFen, { sourceId: move.sourceId })],
    [...entries],
  );
}

/** The damages are posted, or taken back, by themselves, before the loan is looked at again. */
function withDamages(entries: readonly LoanEntry[], damages: readonly OwedDamage[]): LoanEntry[] {
  const fresh = damages.filter(
    ({ id, owedFen }) =>
      owedFen > 0n && !entries.some(({ kind, sourceId }) => kind === 'damage' && sourceId === id),
  );
  const owed = new Set(damages.filter(({ owedFen }) => owedFen > 0n).map(({ id }) => id));
  return [
    ...entries.map((one) =>
      one.kind === 'damage' && !owed.has(one.sourceId) ? { ...one, isReversed: true } : one,
    ),
    ...fresh.map(({ id, owedFen }) => posted(owedFen, id)),
  ];
}

/** What the borrower owes by all that stands, a deposit that is held included. */
const owedBy = (entries: readonly LoanEntry[]): bigint =>
  depositBalance(entries) +
  entries
    .filter(({ kind, isReversed }) => !isReversed && (kind === 'damage' || kind === 'loanFee'))
    .reduce((total, { amountFen }) => total + amountFen, 0n);

const fen = fc.bigInt({ min: 0n, max: 50_000n });
const life = fc
  .record({
    deposit: fen,
    fee: fen,
    owed: fc.array(fc.record({ fen, isLetOff: fc.boolean() }), { maxLength: 4 }),
    steps: fc.shuffledSubarray(['handOver', 'damages', 'close', 'letOff', 'again'], { minLength: 5 }),
  })
  .map(({ deposit, fee, owed, steps }): PublishedLoan[] => {
    const has = (done: readonly string[], step: string): boolean => done.includes(step);
    return steps.map((_step, index) => {
      const done = steps.slice(0, index + 1);
      const isClosed = has(done, 'close');
      const damages = owed.map((one, place) => {
        const isOwed = has(done, 'damages') && !(one.isLetOff && has(done, 'letOff'));
        return damage(isOwed ? one.fen : 0n, `d${place}`);
      });
      const isHandedOver = isClosed || has(done, 'handOver');
      return {
        loan: { id: 'loan', depositFen: deposit, feeDueFen: isClosed ? fee : null, isHandedOver, isClosed },
        damages,
      };
    });
  });

describe('E85: over random lives of loans, told in any order', () => {
  it('never holds less than nothing or more than the deposit, and has nothing to do twice', () => {
    fc.assert(
      fc.property(life, (published) => {
        let entries: LoanEntry[] = [];
        for (const { loan, damages } of published) {
          entries = withDamages(entries, damages);
          entries = made(entries, movesOf(loan, damages, entries));
          expect(movesOf(loan, damages, entries)).toEqual([]);
          expect(depositBalance(entries) >= 0n && depositBalance(entries) <= (loan.depositFen ?? 0n)).toBe(
            true,
          );
          if (loan.isClosed) expect(depositBalance(entries)).toBe(0n);
        }
      }),
    );
  });

  it('ends with the borrower owing its fee and its damages, to the fen, and with one entry of a kind for a source', () => {
    fc.assert(
      fc.property(life, (published) => {
        let entries: LoanEntry[] = [];
        for (const { loan, damages } of published) {
          entries = withDamages(entries, damages);
          entries = made(entries, movesOf(loan, damages, entries));
        }
        const last = published.at(-1);
        const owed = (last?.damages ?? []).reduce((total, { owedFen }) => total + owedFen, 0n);
        expect(owedBy(entries)).toBe((last?.loan.feeDueFen ?? 0n) + owed);
        const ids = entries.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
