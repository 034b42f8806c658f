import { sum } from '@gongxiang/domain';

/** An amount under an expense code, in fen. */
export interface CodedAmount {
  readonly expenseCode: string;
  readonly amount: bigint;
}

export interface ComparedCode {
  readonly expenseCode: string;
  readonly planned: bigint;
  readonly actual: bigint;
  /** Actual less planned. */
  readonly difference: bigint;
}

/** What was planned beside what it came to, for each code that either has; codes in their order. */
export function compare(planned: readonly CodedAmount[], actual: readonly CodedAmount[]): ComparedCode[] {
  const codes = [...new Set([...planned, ...actual].map(({ expenseCode }) => expenseCode))].sort();
  const of = (list: readonly CodedAmount[], code: string): bigint =>
    sum(list.filter(({ expenseCode }) => expenseCode === code).map(({ amount }) => amount));
  return codes.map((expenseCode) => {
    const [plan, real] = [of(planned, expenseCode), of(actual, expenseCode)];
    return { expenseCode, planned: plan, actual: real, difference: real - plan };
  });
}

/** Rounded down to the fen; null where nobody came, or it is not known who. */
export function perHead(amount: bigint, heads: number | null): bigint | null {
  return heads === null || heads === 0 ? null : amount / BigInt(heads);
}
