import { dayMs, daysAfter, DomainError, percentOf, shanghaiMidnight } from '@gongxiang/domain';

export interface Grade {
  readonly name: string;
  readonly amountFen: bigint;
}

/** The terms by which a programme awards money. */
export interface AwardTerms {
  readonly basis: 'graded' | 'percent';
  readonly grades: readonly Grade[];
  readonly percent: string | null;
  readonly capFen: bigint | null;
  readonly budgetFen: bigint;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

interface Asked {
  readonly requestedFen: bigint;
  readonly plannedFen: bigint;
}

/**
 * Validates a programme's terms.
 * @throws DomainError 422, each with its pointer
 */
export function checkTerms(terms: AwardTerms): void {
  if (terms.budgetFen <= 0n) fail('AMOUNT_NOT_POSITIVE', '/budget');
  if (terms.opensAt !== null && terms.closesAt !== null && terms.opensAt >= terms.closesAt)
    fail('PERIOD_EMPTY', '/closesAt');
  if (terms.basis === 'graded') checkGrades(terms);
  else checkPercent(terms);
}

/**
 * The award of an application: its grade's amount, or the percentage of the planned costs up to the cap; never more
 * than the requested amount. Rounded down to the fen.
 * @param wish a percentage award may be lower than the maximum; a grade's amount is fixed
 * @throws DomainError 422 `SUBSIDY_GRADE_UNKNOWN`, `SUBSIDY_BASIS_MIXED`, `SUBSIDY_ABOVE_DUE`, `AMOUNT_NOT_POSITIVE`
 */
export function awardOf(
  terms: Pick<AwardTerms, 'basis' | 'grades' | 'percent' | 'capFen'>,
  asked: Asked,
  wish: { readonly grade: string | null; readonly amountFen: bigint | null },
): bigint {
  if (terms.basis === 'graded') {
    if (wish.amountFen !== null) fail('SUBSIDY_BASIS_MIXED', '/amount');
    const grade = terms.grades.find(({ name }) => name === wish.grade);
    if (grade === undefined) fail('SUBSIDY_GRADE_UNKNOWN', '/grade');
    return least(grade.amountFen, asked.requestedFen);
  }
  if (wish.grade !== null) fail('SUBSIDY_BASIS_MIXED', '/grade');
  const most = least(
    percentOf(asked.plannedFen, terms.percent ?? '0'),
    least(terms.capFen ?? 0n, asked.requestedFen),
  );
  const granted = wish.amountFen ?? most;
  if (granted > most) fail('SUBSIDY_ABOVE_DUE', '/amount', { mostFen: String(most) });
  if (granted <= 0n) fail('AMOUNT_NOT_POSITIVE', '/amount');
  return granted;
}

/** The end of the last day of use in China plus this many days. */
export function reportDueAt(useUntil: string, reportDays: number): Date {
  return shanghaiMidnight(daysAfter(useUntil, reportDays + 1));
}

export function daysLater(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs);
}

function checkGrades({ grades, percent, capFen }: AwardTerms): void {
  if (percent !== null || capFen !== null)
    fail('SUBSIDY_BASIS_MIXED', percent === null ? '/cap' : '/percent');
  if (grades.length === 0) fail('SUBSIDY_GRADES_REQUIRED', '/grades');
  for (const [index, { name, amountFen }] of grades.entries()) {
    if (amountFen <= 0n) fail('AMOUNT_NOT_POSITIVE', `/grades/${index}/amount`);
    if (grades.findIndex((grade) => grade.name === name) !== index)
      fail('SUBSIDY_GRADE_DUPLICATE', `/grades/${index}/name`, { grade: name });
  }
}

function checkPercent({ grades, percent, capFen }: AwardTerms): void {
  if (grades.length > 0) fail('SUBSIDY_BASIS_MIXED', '/grades');
  if (percent === null || capFen === null)
    fail('SUBSIDY_PERCENT_REQUIRED', percent === null ? '/percent' : '/cap');
  if (capFen <= 0n) fail('AMOUNT_NOT_POSITIVE', '/cap');
  try {
    percentOf(0n, percent);
  } catch (error) {
    // The money parser checks the format; the pointer of the field is only known here.
    if (error instanceof DomainError) fail(error.code, '/percent');
    throw error;
  }
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function fail(code: string, pointer: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new DomainError(code, { pointer, params });
}
