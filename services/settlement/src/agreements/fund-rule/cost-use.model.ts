import { DomainError, fromWire, type IncomingMoney, moneyText, sum } from '@gongxiang/domain';

/** The wire format of a bill's use; its kind determines the fields. */
export interface IncomingUse {
  readonly kind: CostUse['kind'];
  readonly prizes?:
    readonly { readonly grade: Grade; readonly count: number; readonly unit: IncomingMoney }[] | null;
  readonly recipients?: number | null;
  readonly heads?: number | null;
  readonly unit?: IncomingMoney | null;
  readonly cash?: boolean | null;
  readonly festival?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly days?: number | null;
  readonly minutes?: number | null;
}

export type Grade = 'first' | 'second' | 'third' | 'other';

/** Prizes of one grade and worth; `unit` in fen. */
export interface Prize {
  readonly grade: Grade;
  readonly count: number;
  readonly unit: bigint;
}

/** The use of a bill. Amounts in fen, days as calendar dates `YYYY-MM-DD`. */
export type CostUse =
  | { readonly kind: 'prize'; readonly prizes: readonly Prize[]; readonly recipients: number }
  | { readonly kind: 'souvenir'; readonly heads: number; readonly unit: bigint }
  | { readonly kind: 'gift'; readonly heads: number; readonly isCash: boolean }
  | { readonly kind: 'outing'; readonly from: string; readonly to: string }
  | { readonly kind: 'meal' | 'lodging'; readonly heads: number; readonly days: number }
  | { readonly kind: 'fee'; readonly minutes: number }
  | { readonly kind: 'other' };

type UseField = Exclude<keyof IncomingUse, 'kind'>;

/** The fields of each kind; optional fields may be null. */
const fieldsOf: Readonly<
  Record<CostUse['kind'], { readonly must: readonly UseField[]; readonly may: readonly UseField[] }>
> = {
  prize: { must: ['prizes', 'recipients'], may: [] },
  souvenir: { must: ['heads', 'unit'], may: [] },
  gift: { must: ['heads', 'cash'], may: ['festival'] },
  outing: { must: ['from', 'to'], may: [] },
  meal: { must: ['heads', 'days'], may: [] },
  lodging: { must: ['heads', 'days'], may: [] },
  fee: { must: ['minutes'], may: [] },
  other: { must: [], may: [] },
};

const everyField: readonly UseField[] = [
  'prizes',
  'recipients',
  'heads',
  'unit',
  'cash',
  'festival',
  'from',
  'to',
  'days',
  'minutes',
] as const;

/**
 * Parses the use of a bill.
 * @param pointer its position in the body
 * @throws DomainError 400 `VALIDATION_FAILED` if a field of its kind is missing or a field of another kind is
 *   present; 422 `DATES_REVERSED`, and the errors of `fromWire`
 */
export function readUse(use: IncomingUse, pointer = '/use'): CostUse {
  const { must, may } = fieldsOf[use.kind];
  const has = (field: UseField): boolean => use[field] !== undefined && use[field] !== null;
  const errors = everyField.flatMap((field) => {
    if (must.includes(field)) return has(field) ? [] : [{ pointer: `${pointer}/${field}`, code: 'REQUIRED' }];
    return has(field) && !may.includes(field)
      ? [{ pointer: `${pointer}/${field}`, code: 'UNKNOWN_FIELD' }]
      : [];
  });
  if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
  return readers[use.kind](use, pointer);
}

type Reader = (use: IncomingUse, pointer: string) => CostUse;

/** One reader per kind; {@link fieldsOf} guarantees the fields it reads. */
const readers: Readonly<Record<CostUse['kind'], Reader>> = {
  prize: ({ prizes, recipients }, pointer) => ({
    kind: 'prize',
    recipients: recipients ?? 0,
    prizes: (prizes ?? []).map(({ grade, count, unit }, index) => ({
      grade,
      count,
      unit: fromWire(unit, `${pointer}/prizes/${index}/unit`),
    })),
  }),
  souvenir: ({ heads, unit }, pointer) => ({
    kind: 'souvenir',
    heads: heads ?? 0,
    unit: unit ? fromWire(unit, `${pointer}/unit`) : 0n,
  }),
  gift: ({ heads, cash }) => ({ kind: 'gift', heads: heads ?? 0, isCash: cash ?? false }),
  outing: ({ from, to }, pointer) => {
    if ((to ?? '') < (from ?? '')) throw new DomainError('DATES_REVERSED', { pointer: `${pointer}/to` });
    return { kind: 'outing', from: from ?? '', to: to ?? '' };
  },
  meal: ({ heads, days }) => ({ kind: 'meal', heads: heads ?? 0, days: days ?? 0 }),
  lodging: ({ heads, days }) => ({ kind: 'lodging', heads: heads ?? 0, days: days ?? 0 }),
  fee: ({ minutes }) => ({ kind: 'fee', minutes: minutes ?? 0 }),
  other: () => ({ kind: 'other' }),
};

/**
 * Stated unit prices, rounded up to the fen, must add up to the bill; an understated price would pass any limit.
 * @throws DomainError 422 `USE_NOT_AMOUNT` with both amounts in words
 */
export function requireCovered(use: CostUse, amountFen: bigint): void {
  const stated = statedTotal(use);
  if (stated === null) return;
  if (stated.fen >= amountFen && stated.fen < amountFen + stated.pieces) return;
  throw new DomainError('USE_NOT_AMOUNT', {
    pointer: use.kind === 'prize' ? '/use/prizes' : '/use/unit',
    params: { told: moneyText(stated.fen), amount: moneyText(amountFen) },
  });
}

function statedTotal(use: CostUse): { readonly fen: bigint; readonly pieces: bigint } | null {
  if (use.kind === 'prize') {
    const fen = sum(use.prizes.map(({ count, unit }) => BigInt(count) * unit));
    return { fen, pieces: sum(use.prizes.map(({ count }) => BigInt(count))) };
  }
  return use.kind === 'souvenir' ? { fen: BigInt(use.heads) * use.unit, pieces: BigInt(use.heads) } : null;
}
