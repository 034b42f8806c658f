import type { VoucherSubject } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { AccountPurpose, EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum } from '@gongxiang/domain';
import type { Billed } from '../../funding/spending/spending.model.js';

/** A ledger leg on one of the union's own accounts. */
export interface OwnLeg {
  readonly purpose: AccountPurpose;
  /** True for a credit, an amount owed to the union; false for a debit. */
  readonly isCredit: boolean;
  readonly incomeKind: AccountFund;
  /** The party of the other account, as `union:<id>`. */
  readonly party: string;
  /** Fen, above zero. */
  readonly amount: bigint;
}

/** The data of one event to be entered in a union's own books. */
export interface VoucherEvent {
  /** The posting day, `YYYY-MM-DD`. */
  readonly on: string;
  /** The entry kind; for a reversal, that of the reversed entry. */
  readonly kind: Exclude<EntryKind, 'reversal'>;
  /** True for a reversal: the same lines with sides swapped. */
  readonly isReversal: boolean;
  readonly title: string;
  /** Null for a pool that left no debts. */
  readonly entryId: string | null;
  readonly legs: readonly OwnLeg[];
  /** For costs: the amounts the union bore. */
  readonly spent: readonly Billed[];
  /** The amounts the union paid itself, by fund. */
  readonly paid: readonly { readonly incomeKind: AccountFund; readonly amount: bigint }[];
  /** The number of receipts. */
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

/** The kinds of entries that settle a debt; other kinds create one. */
const settles: ReadonlySet<EntryKind> = new Set(['netting', 'subsidyPaid', 'subsidyDrawn']);
/** The subjects that balance the legs of a kind in the union's own books. */
const counterpart: Readonly<Partial<Record<EntryKind, readonly [of: VoucherSubject, to: VoucherSubject]>>> = {
  payment: ['bank', 'bank'],
  // Returned money is in the payer's bank account; the other parties are owed their parts.
  refund: ['bank', 'bank'],
  // A grant is an expense of the giver and income of the receiver; a pool's draw becomes the giver's expense for the
  // costs instead.
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
 * The voucher of an event in a union's own books. Debits equal credits: the open amount of the ledger legs is
 * balanced by expense and bank for costs, by bank for a payment, by expense or income for loans, and by the subject
 * `unassigned` for kinds that the table does not contain.
 * @returns no lines if the union is not affected
 */
export function voucherOf(event: VoucherEvent): VoucherLine[] {
  const { isReversal, legs, spent, paid, kind } = event;
  const expenses = spent.map(({ expenseCode, incomeKind, amount }) =>
    sided(`expense:${expenseCode}` as VoucherSubject, amount, { expenseCode, incomeKind }),
  );
  const bank = paid.map(({ incomeKind, amount }) => sided('bank', -amount, { incomeKind }));
  // A reversal's legs are the exact negation of the original's, so swapping them restores the original.
  const own = legs.map((leg) => lineOf(kind, isReversal ? { ...leg, isCredit: !leg.isCredit } : leg));
  const lines = [...expenses, ...bank, ...own];
  const open = sum(lines.map(({ debit, credit }) => debit - credit));
  const [expense, income] = counterpart[kind] ?? ['unassigned', 'unassigned'];
  const closing = open === 0n ? [] : [sided(open < 0n ? expense : income, -open, {})];
  const all = [...lines, ...closing];
  return isReversal ? all.map((line) => ({ ...line, debit: line.credit, credit: line.debit })) : all;
}

function lineOf(kind: EntryKind, { purpose, isCredit, incomeKind, party, amount }: OwnLeg): VoucherLine {
  // A claim is a debit in the union's own books, and a debt is a credit.
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

/** The month and the sequence number within it, such as `202611-0003`. */
export function voucherNumber(on: string, place: number): string {
  return `${on.slice(0, 4)}${on.slice(5, 7)}-${String(place).padStart(4, '0')}`;
}

/** Numbers ordered events, which must start at the first of a month; each month starts at one. */
export function numbered<One extends Pick<VoucherEvent, 'on'>>(
  events: readonly One[],
): (One & { readonly number: string })[] {
  const places = new Map<string, number>();
  return events.map((one) => {
    const month = one.on.slice(0, 7);
    const place = (places.get(month) ?? 0) + 1;
    places.set(month, place);
    return { ...one, number: voucherNumber(one.on, place) };
  });
}
