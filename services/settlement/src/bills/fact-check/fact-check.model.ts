import type { FactProblem } from '@gongxiang/contracts/settlement/bills/fact-check.contract';

/** Count and hash of facts. */
export interface FactsTotal {
  readonly count: number;
  readonly hash: string;
}

export interface Compared {
  /** As sharing has told it. */
  readonly told: FactsTotal;
  /** Of the copies. */
  readonly here: FactsTotal;
  /** Of what the shares of the live pool were computed from; null where there are none. */
  readonly poolHash: string | null;
}

/** What is wrong; null where all agrees. Facts come first: a pool cannot be put right before them. */
export function factProblem({ told, here, poolHash }: Compared): FactProblem | null {
  if (here.count < told.count) return 'missing';
  if (here.count > told.count) return 'surplus';
  if (here.hash !== told.hash) return 'different';
  return poolHash === null || poolHash === told.hash ? null : 'poolBehind';
}
