import type {
  MatterInstalmentDto,
  MatterPayeeDto,
} from '@gongxiang/contracts/affairs/matters/matter-payment.contract';
import type { MatterEvent } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServicePaysDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { MatterInstalmentState, MatterPaymentState } from '@gongxiang/contracts/words/matter-payment';
import { daysAfter, DomainError, fromWire, type IncomingMoney, sum } from '@gongxiang/domain';

/** A payment, or an instalment of one, as it was asked for last. */
export interface KeptPayment {
  readonly instalment: number;
  readonly state: MatterInstalmentState;
  readonly amountFen: bigint;
}

/** The last day of an instalment is within so many years. */
const yearsMax = 3;

/** What was refused or came back first, and is asked for again before anything else. */
export function failedOf<Kept extends Pick<KeptPayment, 'state'>>(payments: readonly Kept[]): Kept | null {
  return payments.find(({ state }) => state === 'refused' || state === 'returned') ?? null;
}

/** Whether a payment can be asked for: the service pays, and there is none yet, or one that failed. */
export function mayRequestPayment(
  pays: ServicePaysDto | null | undefined,
  payments: readonly Pick<KeptPayment, 'state'>[],
): boolean {
  return pays != null && (payments.length === 0 || failedOf(payments) !== null);
}

/** Whether there are instalments that were not asked for yet. */
export function mayStopPayments(payments: readonly Pick<KeptPayment, 'state'>[]): boolean {
  return payments.some(({ state }) => state === 'planned');
}

/** What is asked for. */
interface Asked {
  readonly amount: IncomingMoney;
  readonly payees: readonly Pick<MatterPayeeDto, 'label'>[];
  readonly instalments?: readonly MatterInstalmentDto[] | null;
}

/** A part of what is asked for. */
export interface Instalment {
  readonly instalment: number;
  readonly amountFen: bigint;
  /** Null of what is asked for as a whole. */
  readonly dueOn: string | null;
}

/**
 * What is asked for, by the rule of the service: as a whole, in instalments that sum to it, or one instalment that failed, whose
 * amount stays. So all that is paid together is never more than what was asked for once.
 * @param payments by their instalments
 * @throws DomainError `MATTER_PAYS_NOTHING`, `MATTER_PAYMENT_ASKED`, `AMOUNT_NOT_POSITIVE`, `MATTER_PAYMENT_ABOVE`,
 * `MATTER_INSTALMENT_AMOUNT`, `MATTER_INSTALMENTS_SUM`, `MATTER_INSTALMENT_DAY`
 */
export function ruledPayment(
  pays: ServicePaysDto | null | undefined,
  payments: readonly (KeptPayment & Pick<Instalment, 'dueOn'>)[],
  asked: Asked,
  today: string,
): Instalment[] {
  if (pays == null) throw new DomainError('MATTER_PAYS_NOTHING');
  if (!mayRequestPayment(pays, payments)) throw new DomainError('MATTER_PAYMENT_ASKED');
  weightsOf(pays, asked.payees);
  const amountFen = positive(asked.amount, '/amount');
  const failed = failedOf(payments);
  if (failed !== null && payments.length > 1) return [askedAgain(failed, asked, amountFen)];
  const mostFen = pays.most === null ? null : fromWire(pays.most);
  if (mostFen !== null && amountFen > mostFen)
    throw new DomainError('MATTER_PAYMENT_ABOVE', {
      pointer: '/amount',
      params: { maxFen: String(mostFen) },
    });
  if (asked.instalments == null) return [{ instalment: 1, amountFen, dueOn: null }];
  return instalmentsOf(asked.instalments, amountFen, today);
}

/** @throws DomainError `MATTER_INSTALMENT_AMOUNT` */
function askedAgain(
  { instalment, amountFen, dueOn }: KeptPayment & Pick<Instalment, 'dueOn'>,
  { instalments }: Asked,
  askedFen: bigint,
): Instalment {
  if (askedFen !== amountFen || instalments != null)
    throw new DomainError('MATTER_INSTALMENT_AMOUNT', {
      pointer: '/amount',
      params: { partFen: String(amountFen) },
    });
  return { instalment, amountFen, dueOn };
}

/** @throws DomainError `AMOUNT_NOT_POSITIVE`, `MATTER_INSTALMENT_DAY`, `MATTER_INSTALMENTS_SUM` */
function instalmentsOf(said: readonly MatterInstalmentDto[], amountFen: bigint, today: string): Instalment[] {
  const last = daysAfter(today, yearsMax * 366);
  const parts = said.map(({ dueOn, amount }, at) => {
    const earliest = at === 0 ? today : daysAfter(said[at - 1]?.dueOn ?? today, 1);
    if (dueOn < earliest || dueOn > last)
      throw new DomainError('MATTER_INSTALMENT_DAY', {
        pointer: `/instalments/${at}/dueOn`,
        params: { years: yearsMax },
      });
    const fen = positive(amount, `/instalments/${at}/amount`);
    return { instalment: at + 1, amountFen: fen, dueOn };
  });
  if (sum(parts.map((part) => part.amountFen)) !== amountFen)
    throw new DomainError('MATTER_INSTALMENTS_SUM', {
      pointer: '/instalments',
      params: { sumFen: String(amountFen) },
    });
  return parts;
}

/** @throws DomainError `AMOUNT_NOT_POSITIVE` */
function positive(amount: IncomingMoney, pointer: string): bigint {
  const fen = fromWire(amount, pointer);
  if (fen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer });
  return fen;
}

/**
 * The weight of each payee: a split has one for each of its parts, in its order; without one there is one payee.
 * @throws DomainError `MATTER_PAYEES_UNLIKE`
 */
export function weightsOf({ split }: ServicePaysDto, payees: Asked['payees']): number[] {
  const parts = split ?? payees.slice(0, 1).map(({ label }) => ({ label, weight: 1 }));
  const isAlike =
    parts.length === payees.length && parts.every(({ label }, at) => label === payees[at]?.label);
  if (!isAlike)
    throw new DomainError('MATTER_PAYEES_UNLIKE', { pointer: '/payees', params: { count: parts.length } });
  return parts.map(({ weight }) => weight);
}

/** What the history of the matter says of a state; that finance has approved is no step of its person. */
export const entryOf: Readonly<Record<MatterPaymentState, MatterEvent | null>> = {
  asked: 'paymentRequested',
  approved: null,
  refused: 'paymentRefused',
  paid: 'paymentPaid',
  returned: 'paymentReturned',
};
