import { sum } from '@gongxiang/domain';

/** An amount under an expense code, in fen. */
export interface CodedAmount {
  readonly expenseCode: string;
  readonly amount: bigint;
}

interface ComparedCode {
  readonly expenseCode: string;
  readonly planned: bigint;
  readonly actual: bigint;
  /** Actual less planned. */
  readonly difference: bigint;
}

/** Planned and actual amounts side by side, for every code in either list, sorted by code. */
export function compare(planned: readonly CodedAmount[], actual: readonly CodedAmount[]): ComparedCode[] {
  const codes = [...new Set([...planned, ...actual].map(({ expenseCode }) => expenseCode))].sort();
  const of = (list: readonly CodedAmount[], code: string): bigint =>
    sum(list.filter(({ expenseCode }) => expenseCode === code).map(({ amount }) => amount));
  return codes.map((expenseCode) => {
    const [plan, real] = [of(planned, expenseCode), of(actual, expenseCode)];
    return { expenseCode, planned: plan, actual: real, difference: real - plan };
  });
}

/** Rounded down to the fen; null if nobody attended or the attendance is unknown. */
export function perHead(amount: bigint, heads: number | null): bigint | null {
  return heads === null || heads === 0 ? null : amount / BigInt(heads);
}
