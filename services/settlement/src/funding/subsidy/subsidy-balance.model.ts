import { DomainError, percentOf, sum } from '@gongxiang/domain';

/** The granted amount and its uses, in fen. */
interface Balance {
  readonly grantedFen: bigint;
  readonly drawnFen: bigint;
  readonly returnedFen: bigint;
}

export interface Drawable extends Balance {
  readonly id: string;
  /** Accepted, paid if it is paid in advance, and not returned. */
  readonly isUsable: boolean;
  /** The maximum percentage of a cost that it covers; null for no limit. */
  readonly percent: string | null;
}

interface Draw {
  readonly subsidyId: string;
  readonly amountFen: bigint;
}

export function leftOf({ grantedFen, drawnFen, returnedFen }: Balance): bigint {
  return grantedFen - drawnFen - returnedFen;
}

/** The subsidy that a cost pool claims from its source. */
export interface Wanted {
  /** The amount by the agreement's rule. */
  readonly amountFen: bigint;
  /** The total costs of the pool. */
  readonly totalFen: bigint;
  /**
   * The amount returned to the source by refunds of earlier pools. The source pays it again directly, so nothing is
   * drawn for it.
   */
  readonly backFen: bigint;
}

/**
 * Distributes a pool's draw over the subsidies of its activity, using up one after the other. Nothing is drawn if the
 * source granted no subsidy for the activity; then only the agreement applies.
 * @throws DomainError 409 `SUBSIDY_BEYOND_GRANT` if the remaining and returned amounts do not suffice
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

interface ReportLine {
  readonly amountFen: bigint;
  readonly expenseCode: string;
  readonly hasReceipt: boolean;
}

/**
 * Validates a report.
 * @returns the total of its lines
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
