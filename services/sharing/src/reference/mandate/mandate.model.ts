import type { MandateState } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import type { MandateScope } from '@gongxiang/contracts/sharing/sharing-events';
import { dayMs, DomainError, fromWire, type IncomingMoney, newPeriod, type Period } from '@gongxiang/domain';

/** The limit of mandates of one union in force at a time: each action for it reads all of them. */
export const mandatesMax = 20;
const mandateYearsMax = 3;
const yearMs = 366 * dayMs;

interface MandateRequestFields {
  readonly fromUnionId: string;
  readonly toUnionId: string;
  readonly from?: string | null;
  readonly until: string;
}

/**
 * The term [start, end) of a mandate from one union to another.
 * @throws DomainError `MANDATE_TO_ITSELF`, `PERIOD_EMPTY`, `MANDATE_OVER`, `MANDATE_TOO_LONG`
 */
export function mandateTerm(
  { fromUnionId, toUnionId, from, until }: MandateRequestFields,
  now: Date,
): Period {
  if (fromUnionId === toUnionId) throw new DomainError('MANDATE_TO_ITSELF', { pointer: '/toUnionId' });
  const term = newPeriod(from ? new Date(from) : now, new Date(until), '/until');
  if (term.end <= now) throw new DomainError('MANDATE_OVER', { pointer: '/until' });
  if (term.end.getTime() - term.start.getTime() > mandateYearsMax * yearMs)
    throw new DomainError('MANDATE_TOO_LONG', { pointer: '/until', params: { maxYears: mandateYearsMax } });
  return term;
}

/**
 * The limit, in fen, per bookkeeping action; null for no limit.
 * @throws DomainError `MANDATE_LIMIT_WITHOUT_BOOKKEEPING`, `AMOUNT_NOT_POSITIVE`, and as {@link fromWire}
 */
export function entryLimitOf(request: {
  readonly scopes: readonly MandateScope[];
  readonly entryLimit?: IncomingMoney | null;
}): bigint | null {
  if (!request.entryLimit) return null;
  const pointer = '/entryLimit';
  const limit = fromWire(request.entryLimit, pointer);
  if (!request.scopes.includes('bookkeeping'))
    throw new DomainError('MANDATE_LIMIT_WITHOUT_BOOKKEEPING', { pointer });
  if (limit <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer });
  return limit;
}

export function mandateState(
  mandate: { readonly validFrom: Date; readonly validUntil: Date; readonly revokedAt: Date | null },
  now: Date,
): MandateState {
  if (mandate.revokedAt !== null) return 'revoked';
  if (mandate.validUntil <= now) return 'ended';
  return mandate.validFrom > now ? 'later' : 'active';
}
