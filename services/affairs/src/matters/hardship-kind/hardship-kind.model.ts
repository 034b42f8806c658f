import { DomainError, fromWire, type IncomingMoney } from '@gongxiang/domain';

/** A row of the table, with its days as `YYYY-MM-DD` in China. */
export interface HardshipKind {
  readonly id: string;
  readonly label: string;
  readonly incomeMaxFen: bigint | null;
  readonly source: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly used: boolean;
}

/** Days as text compare as they follow each other; a row counts on its last day. */
export function isValidOn({ validFrom, validUntil }: HardshipKind, on: string): boolean {
  return validFrom <= on && (validUntil === null || on <= validUntil);
}

/**
 * A kind has one limit on each day, so that it is certain by which a matter is judged.
 * @param others all rows beside this one
 * @throws DomainError `HARDSHIP_KIND_DATES`, `HARDSHIP_KIND_TWICE`
 */
export function requireFits(kind: HardshipKind, others: readonly HardshipKind[]): void {
  const { label, validFrom, validUntil } = kind;
  if (validUntil !== null && validUntil < validFrom)
    throw new DomainError('HARDSHIP_KIND_DATES', { pointer: '/validUntil' });
  const isTaken = others.some(
    (other) =>
      other.label === label &&
      (validUntil === null || other.validFrom <= validUntil) &&
      (other.validUntil === null || validFrom <= other.validUntil),
  );
  if (isTaken) throw new DomainError('HARDSHIP_KIND_TWICE', { pointer: '/validFrom', params: { label } });
}

/**
 * What matters were judged by stays as it was, and ends on no day that is over: those of that day may be judged already.
 * @throws DomainError `HARDSHIP_KIND_USED`
 */
export function requireChangeable(before: HardshipKind, after: HardshipKind, today: string): void {
  if (!before.used) return;
  const isSame =
    before.label === after.label &&
    before.incomeMaxFen === after.incomeMaxFen &&
    before.source === after.source &&
    before.validFrom === after.validFrom;
  const isPast = [before, after].some(({ validUntil }) => validUntil !== null && validUntil < today);
  if (!isSame || isPast) throw new DomainError('HARDSHIP_KIND_USED');
}

/** @throws DomainError `HARDSHIP_KIND_USED` */
export function requireUnused({ used }: Pick<HardshipKind, 'used'>): void {
  if (used) throw new DomainError('HARDSHIP_KIND_USED');
}

/**
 * Judges a household by a kind.
 * @param on the day on which the matter was sent @param income of the household, a head and month
 * @throws DomainError `HARDSHIP_KIND_UNKNOWN`, `HARDSHIP_INCOME_ABOVE`
 */
export function requireOfKind(
  kind: HardshipKind | null,
  { on, income }: { readonly on: string; readonly income: IncomingMoney },
): HardshipKind {
  if (kind === null || !isValidOn(kind, on))
    throw new DomainError('HARDSHIP_KIND_UNKNOWN', { pointer: '/hardshipKindId' });
  const { incomeMaxFen } = kind;
  if (incomeMaxFen !== null && fromWire(income, '/income') > incomeMaxFen)
    throw new DomainError('HARDSHIP_INCOME_ABOVE', {
      pointer: '/income',
      params: { maxFen: String(incomeMaxFen) },
    });
  return kind;
}
