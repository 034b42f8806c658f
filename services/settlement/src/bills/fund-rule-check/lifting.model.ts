import { pathsUpwards } from '@gongxiang/domain';

/**
 * Where somebody must hold the right to let a breach pass: above the union that pays, and not below the union whose rule
 * it is, as nobody dispenses from what stands above himself.
 * @returns the paths to authorise by; none for the federation itself, above which nobody stands
 */
export function liftingPaths(payerPath: string, rulePath: string): string[] {
  const above = pathsUpwards(payerPath).at(-2);
  if (above === undefined) return [];
  return [rulePath.length < above.length ? rulePath : above];
}

/** A breach may be let pass, and that be taken back, until what was spent is posted. */
export function mayStillLift(state: string): boolean {
  return state === 'open' || state === 'submitted';
}
