import type {
  NodeWeights,
  WeightVersionView,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { WeightVersionRow } from './weight-version.entity.js';

export function weightVersionView(row: WeightVersionRow): WeightVersionView {
  const { id, version, indicatorSystemId, versionNumber, state, acceptable, input, indicators } = row;
  return {
    id,
    version,
    indicatorSystemId,
    versionNumber,
    state,
    acceptable,
    input,
    indicators,
    nodes: row.nodes.map((node) => ({ ...unsaid, ...node })),
    judgementRoundId: row.judgementRoundId,
    activatedAt: row.activatedAt?.toISOString() ?? null,
  };
}

/** What the oldest versions do not say of themselves. */
const unsaid: Pick<NodeWeights, 'mend' | 'judges' | 'scaling' | 'rowsHash'> = {
  mend: null,
  judges: [],
  scaling: null,
  rowsHash: null,
};
