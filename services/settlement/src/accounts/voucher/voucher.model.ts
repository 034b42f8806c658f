import type { VoucherSubject } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { AccountPurpose, EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum } from '@gongxiang/domain';
import type { Billed } from '../../funding/spending/spending.model.js';

/** A leg of an entry on one of the union's own accounts, as the ledger has it. */
export interface OwnLeg {
  readonly purpose: AccountPurpose;
  /** A credit is what the union is owed, a debit what it owes. */
  readonly isCredit: boolean;
  readonly incomeKind: AccountFund;
  /** The party of the other account, as `union:<id>`. */
  readonly party: string;
  /** Fen, above zero. */
  readonly amount: bigint;
}

/** What is to be entered in a union's own books for one thing that happened. */
export interface Happening {
  /** The day on which it counts, `YYYY-MM-DD`. */
  readonly on: string;
  /** That of the entry that was taken back, where it is a reversal. */
  readonly kind: Exclude<EntryKind, 'reversal'>;
  /** It takes back what an earlier one had entered: the same lines, the sides changed. */
  readonly isReversal: boolean;
  readonly title: string;
  /** Null for a pool that left nobody owing. */
  readonly entryId: string | null;
  readonly legs: readonly OwnLeg[];
  /** What the union bore, where it is of costs. */
  readonly spent: readonly Billed[];
  /** What the union had paid itself, by fund. */
  readonly paid: readonly { readonly incomeKind: AccountFund; readonly amount: bigint }[];
  /** How many receipts stand behind it. */
  readonly attachments: number;
}

/** One of `debit` and `credit` is zero. In fen. */
export interface VoucherLine {
  readonly subject: VoucherSubject;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly expenseCode: string | null;
  readonly incomeKind: AccountFund | null;
  readonly party: string | null;
}

/** Whether an entry of a kind makes a debt between two, or settles one: what it does to receivables and payables. */
const settles: ReadonlySet<EntryKind> = new Set(['netting', 'subsidyPaid', 'subsidyDrawn']);
/** What balances the legs of a kind in the union's own books. */
const counterpart: Readonly<Partial<Record<EntryKind, readonly [of: VoucherSubject, to: VoucherSubject]>>> = {
  payment: ['bank', 'bank'],
  // What came back is in the bank of whoever had paid; the others are owed their part of it.
  refund: ['bank', 'bank'],
  // Given, it is an expense of the one and income of the other; what a pool draws is the giver's expense for its costs instead.
  subsidy: ['subsidyGiven', 'subsidyReceived'],
  subsidyPaid: ['bank', 'bank'],
  subsidyDrawn: ['subsidyReceived', 'subsidyGiven'],
  subsidyReturned: ['subsidyReceived', 'subsidyGiven'],
  damage: ['loanExpense', 'loanIncome'],
  loanFee: ['loanExpense', 'loanIncome'],
  depositHeld: ['depositContra', 'depositContra'],
  depositKept: ['depositContra', 'depositContra'],
  depositReleased: ['depositContra', 'depositContra'],
};

/**
 * The voucher of a happening in a union's own books. Its debits and credits are equal: what its accounts here leave open is
 * closed by the expense and the bank for costs, by the bank for a payment, by expense or income for loans, and by a
 * subject that waits to be assigned for whatever this table does not know.
 * @returns no lines where nothing of the union is touched
 */
export function voucherOf(happening: Happening): VoucherLine[] {
  const { isReversal, legs, spent, paid, kind } = happening;
  const expenses = spent.map(({ expenseCode, incomeKind, amount }) =>
    sided(`expense:${expenseCode}` as VoucherSubject, amount, { expenseCode, incomeKind }),
  );
  const bank = paid.map(({ incomeKind, amount }) => sided('bank', -amount, { incomeKind }));
  // A reversal's legs are the exact negation of the original's: turned back, they read as that did.
  const own = legs.map((leg) => lineOf(kind, isReversal ? { ...leg, isCredit: !leg.isCredit } : leg));
  const lines = [...expenses, ...bank, ...own];
  const open = sum(lines.map(({ debit, credit }) => debit - credit));
  const [expense, income] = counterpart[kind] ?? ['unassigned', 'unassigned'];
  const closing = open === 0n ? [] : [sided(open < 0n ? expense : income, -open, {})];
  const all = [...lines, ...closing];
  return isReversal ? all.map((line) => ({ ...line, debit: line.credit, credit: line.debit })) : all;
}

function lineOf(kind: EntryKind, { purpose, isCredit, incomeKind, party, amount }: OwnLeg): VoucherLine {
  // What the union is owed is a debit in its own books, what it owes a credit.
  const signed = isCredit ? amount : -amount;
  if (purpose === 'clearing') return sided('clearing', signed, { incomeKind, party });
  if (purpose === 'deposit') return sided('deposit', signed, { incomeKind, party });
  const isReceivable = settles.has(kind) ? !isCredit : isCredit;
  return sided(isReceivable ? 'receivable' : 'payable', signed, { incomeKind, party });
}

/** @param amount above zero for a debit, below for a credit */
function sided(
  subject: VoucherSubject,
  amount: bigint,
  { expenseCode = null, incomeKind = null, party = null }: Partial<VoucherLine>,
): VoucherLine {
  const [debit, credit] = amount < 0n ? [0n, -amount] : [amount, 0n];
  return { subject, debit, credit, expenseCode, incomeKind, party };
}

/** `202611-0003`: the month, and the place of the voucher within it. */
export function voucherNumber(on: string, place: number): string {
  return `${on.slice(0, 4)}${on.slice(5, 7)}-${String(place).padStart(4, '0')}`;
}

/** Numbers happenings that are in their order, from the first of a month on: each month begins at one. */
export function numbered<One extends Pick<Happening, 'on'>>(
  happenings: readonly One[],
): (One & { readonly number: string })[] {
  const places = new Map<string, number>();
  return happenings.map((one) => {
    const month = one.on.slice(0, 7);
    const place = (places.get(month) ?? 0) + 1;
    places.set(month, place);
    return { ...one, number: voucherNumber(one.on, place) };
  });
}
