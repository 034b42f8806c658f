import type { MatterPayeeDto } from '@gongxiang/contracts/affairs/matters/matter-payment.contract';
import type { MatterEvent } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServicePaysDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { MatterPaymentState } from '@gongxiang/contracts/words/matter-payment';
import { DomainError, fromWire, type IncomingMoney } from '@gongxiang/domain';

/** Whether a payment can be asked for: the service pays, and there is none that may still be paid, or was. */
export function mayRequestPayment(
  pays: ServicePaysDto | null | undefined,
  last: { readonly state: MatterPaymentState } | null,
): boolean {
  return pays != null && (last === null || last.state === 'refused' || last.state === 'returned');
}

/** What is asked for. */
interface Asked {
  readonly amount: IncomingMoney;
  readonly payees: readonly Pick<MatterPayeeDto, 'label'>[];
}

/** What is asked for, by the rule of the service: the amount in fen, and the weight of each payee. */
interface Ruled {
  readonly expenseCode: string;
  readonly amountFen: bigint;
  readonly weights: readonly number[];
}

/** @throws DomainError `MATTER_PAYS_NOTHING`, `MATTER_PAYMENT_ASKED`, `AMOUNT_NOT_POSITIVE`, `MATTER_PAYMENT_ABOVE`, `MATTER_PAYEES_UNLIKE` */
export function ruledPayment(
  pays: ServicePaysDto | null | undefined,
  last: { readonly state: MatterPaymentState } | null,
  { amount, payees }: Asked,
): Ruled {
  if (pays == null) throw new DomainError('MATTER_PAYS_NOTHING');
  if (!mayRequestPayment(pays, last)) throw new DomainError('MATTER_PAYMENT_ASKED');
  const amountFen = fromWire(amount, '/amount');
  if (amountFen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer: '/amount' });
  const mostFen = pays.most === null ? null : fromWire(pays.most);
  if (mostFen !== null && amountFen > mostFen)
    throw new DomainError('MATTER_PAYMENT_ABOVE', {
      pointer: '/amount',
      params: { maxFen: String(mostFen) },
    });
  return { expenseCode: pays.expenseCode, amountFen, weights: weightsOf(pays, payees) };
}

/** A split has a payee for each of its parts, in its order; without one there is one payee. */
function weightsOf({ split }: ServicePaysDto, payees: Asked['payees']): number[] {
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
