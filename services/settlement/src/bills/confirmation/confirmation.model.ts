import type {
  ConfirmationSilence,
  ConfirmationState,
  ConfirmedKind,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { MoneyDirection } from '@gongxiang/contracts/settlement/money-call';
import { dayMs, DomainError } from '@gongxiang/domain';

export type ConfirmationStep = 'confirm' | 'dispute' | 'settle' | 'lapse' | 'refuse';

/**
 * The state machine of a confirmation. A confirmed one may still be disputed until a netting run takes it. A share of
 * a shared bill is refused before the bill is posted, and disputed afterwards: see `requireUnposted`.
 */
export const confirmationLife: Readonly<
  Record<ConfirmationState, Readonly<Partial<Record<ConfirmationStep, ConfirmationState>>>>
> = {
  waiting: { confirm: 'confirmed', dispute: 'disputed', lapse: 'lapsed', refuse: 'lapsed' },
  confirmed: { dispute: 'disputed', lapse: 'lapsed', refuse: 'lapsed' },
  disputed: { settle: 'confirmed', lapse: 'lapsed' },
  lapsed: {},
};

/** @throws DomainError 409 `CONFIRMATION_ANSWERED` */
export function nextConfirmation(state: ConfirmationState, step: ConfirmationStep): ConfirmationState {
  const next = confirmationLife[state][step];
  if (next === undefined) throw new DomainError('CONFIRMATION_ANSWERED');
  return next;
}

/** @throws DomainError 409 `SHARE_POSTED` */
export function requireUnposted({ entryId }: { readonly entryId: string | null }): void {
  if (entryId !== null) throw new DomainError('SHARE_POSTED');
}

/** @throws DomainError 409 `SHARE_NOT_POSTED` */
export function requirePosted({ entryId }: { readonly entryId: string | null }): string {
  if (entryId === null) throw new DomainError('SHARE_NOT_POSTED');
  return entryId;
}

/** How long a party has to answer, and how its silence is interpreted. */
export interface SilenceTerms {
  readonly days: number;
  readonly silence: ConfirmationSilence;
}

/** The default where no agreement applies, such as for loans. */
const usualTerms: SilenceTerms = { days: 14, silence: 'agrees' };
/** A bill that nobody has agreed on before binds nobody who has not said yes. */
export const sharedBillTerms: SilenceTerms = { days: 14, silence: 'refuses' };
const reminderDays = 2;

export function silenceTerms(agreed: SilenceTerms | null | undefined): SilenceTerms {
  return agreed ?? usualTerms;
}

export function confirmBy(askedAt: Date, { days }: SilenceTerms): Date {
  return new Date(askedAt.getTime() + days * dayMs);
}

/** Two days before the deadline, or at half-time if the whole period is shorter than four days. */
export function remindAt(askedAt: Date, deadline: Date): Date {
  const half = (deadline.getTime() - askedAt.getTime()) / 2;
  return new Date(deadline.getTime() - Math.min(half, reminderDays * dayMs));
}

const askedKinds = ['costs', 'damage', 'loanFee'] as const satisfies readonly ConfirmedKind[];

/** @returns null where no confirmation is needed: clearing and deposits move no debt, and a reversal cancels one */
export function confirmedKindOf(kind: string): ConfirmedKind | null {
  return askedKinds.find((one) => one === kind) ?? null;
}

/** `from` owes `to`. Parties are `union:<id>`. */
export interface Debt {
  readonly from: string;
  readonly to: string;
  readonly amountFen: bigint;
}

interface Stake {
  readonly party: string;
  readonly owesFen: bigint;
  readonly owedFen: bigint;
}

/** What a party owes by an entry, or what it is owed if it owes nothing. */
export function stakeOf({ owesFen, owedFen }: Pick<Stake, 'owesFen' | 'owedFen'>): {
  readonly direction: MoneyDirection;
  readonly amountFen: bigint;
} {
  return owesFen > 0n ? { direction: 'owes', amountFen: owesFen } : { direction: 'owed', amountFen: owedFen };
}

/**
 * The parties asked to confirm an entry and their amounts: everybody who owes or is owed, in the order of the debts.
 */
export function stakesOf(debts: readonly Debt[]): Stake[] {
  const parties = [...new Set(debts.flatMap(({ from, to }) => [from, to]))];
  const total = (of: (debt: Debt) => boolean): bigint =>
    debts.filter(of).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return parties.map((party) => ({
    party,
    owesFen: total(({ from }) => from === party),
    owedFen: total(({ to }) => to === party),
  }));
}
