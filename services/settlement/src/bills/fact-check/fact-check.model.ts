import type { FactProblem } from '@gongxiang/contracts/settlement/bills/fact-check.contract';

/** Count and hash of facts. */
export interface FactsTotal {
  readonly count: number;
  readonly hash: string;
}

interface Compared {
  /** As reported by sharing. */
  readonly reported: FactsTotal;
  /** Computed from the local copies. */
  readonly local: FactsTotal;
  /** The facts hash that the active pool's shares were computed from; null without shares. */
  readonly poolHash: string | null;
}

/** The problem found, or null. Fact problems come first, because a pool cannot be corrected before its facts. */
export function factProblem({ reported, local, poolHash }: Compared): FactProblem | null {
  if (local.count < reported.count) return 'missing';
  if (local.count > reported.count) return 'surplus';
  if (local.hash !== reported.hash) return 'different';
  return poolHash === null || poolHash === reported.hash ? null : 'poolBehind';
}
