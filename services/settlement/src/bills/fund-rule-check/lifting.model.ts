import { pathsUpwards } from '@gongxiang/domain';

/**
 * The paths at which the right to waive a breach is checked: above the paying union and not below the union that set
 * the rule, because nobody may waive a rule of a union above them.
 * @returns the paths to authorise by; none for the federation itself, which has no union above
 */
export function liftingPaths(payerPath: string, rulePath: string): string[] {
  const above = pathsUpwards(payerPath).at(-2);
  if (above === undefined) return [];
  return [rulePath.length < above.length ? rulePath : above];
}

/** A breach may be waived, and the waiver withdrawn, until the pool is posted. */
export function mayStillLift(state: string): boolean {
  return state === 'open' || state === 'submitted';
}
