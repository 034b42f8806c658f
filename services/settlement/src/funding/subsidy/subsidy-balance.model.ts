import { DomainError, percentOf, sum } from '@gongxiang/domain';

/** What was given, and what has gone of it, in fen. */
export interface Balance {
  readonly grantedFen: bigint;
  readonly drawnFen: bigint;
  readonly returnedFen: bigint;
}

export interface Drawable extends Balance {
  readonly id: string;
  /** Accepted, paid where it is to be paid first, and not gone back. */
  readonly isUsable: boolean;
  /** It covers at most so much of a cost; null where it has no such bound. */
  readonly percent: string | null;
}

export interface Draw {
  readonly subsidyId: string;
  readonly amountFen: bigint;
}

export function leftOf({ grantedFen, drawnFen, returnedFen }: Balance): bigint {
  return grantedFen - drawnFen - returnedFen;
}

/** What a cost pool makes its source of subsidy give. */
export interface Wanted {
  /** By the agreement's rule. */
  readonly amountFen: bigint;
  /** All costs of the pool. */
  readonly totalFen: bigint;
  /** What the source has in its own hands again, as earlier pools were refunded. It gives that anew, and nothing is drawn for it. */
  readonly backFen: bigint;
}

/**
 * From which subsidies of an activity its cost pool draws what the source gives: from the first as far as it goes, then from the
 * next. Where the source has given none for the activity, the agreement stands alone, and nothing is drawn.
 * @throws DomainError 409 `SUBSIDY_BEYOND_GRANT`: never beyond what is left and what came back
 */
export function drawsOf(subsidies: readonly Drawable[], { amountFen, totalFen, backFen }: Wanted): Draw[] {
  if (subsidies.length === 0) return [];
  const open = subsidies.map((subsidy) => usableOf(subsidy, totalFen));
  const leftFen = sum(open);
  if (amountFen > leftFen + backFen)
    throw new DomainError('SUBSIDY_BEYOND_GRANT', { params: { leftFen: String(leftFen + backFen) } });
  let wanted = least(amountFen, leftFen);
  return subsidies.flatMap(({ id: subsidyId }, index) => {
    const part = least(wanted, open[index] ?? 0n);
    wanted -= part;
    return part === 0n ? [] : [{ subsidyId, amountFen: part }];
  });
}

function usableOf(subsidy: Drawable, totalFen: bigint): bigint {
  if (!subsidy.isUsable) return 0n;
  const left = leftOf(subsidy);
  return subsidy.percent === null ? left : least(left, percentOf(totalFen, subsidy.percent));
}

export interface ReportLine {
  readonly amountFen: bigint;
  readonly expenseCode: string;
  readonly hasReceipt: boolean;
}

/**
 * What must hold of a report.
 * @returns what its lines come to
 * @throws DomainError 422, each with its pointer
 */
export function checkReport(
  lines: readonly ReportLine[],
  terms: {
    readonly leftFen: bigint;
    readonly expenseCodes: readonly string[];
    readonly needsReceipts: boolean;
  },
): bigint {
  for (const [index, { amountFen, expenseCode, hasReceipt }] of lines.entries()) {
    const pointer = `/lines/${index}`;
    if (amountFen <= 0n) fail('AMOUNT_NOT_POSITIVE', `${pointer}/amount`);
    if (!terms.expenseCodes.includes(expenseCode))
      fail('SUBSIDY_EXPENSE_NOT_MEANT', `${pointer}/expenseCode`);
    if (terms.needsReceipts && !hasReceipt) fail('SUBSIDY_RECEIPT_REQUIRED', `${pointer}/receipt`);
  }
  const used = sum(lines.map(({ amountFen }) => amountFen));
  if (used > terms.leftFen)
    throw new DomainError('SUBSIDY_REPORT_ABOVE_LEFT', {
      pointer: '/lines',
      params: { excessFen: String(used - terms.leftFen) },
    });
  return used;
}

function fail(code: string, pointer: string): never {
  throw new DomainError(code, { pointer });
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
