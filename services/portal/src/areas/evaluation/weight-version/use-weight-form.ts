import { useMemo, useState } from 'react';
import { useDraft } from '../../../kit/use-draft.js';
import type { IndicatorNode, Siblings } from '../indicator-system/indicator-tree.model.js';
import { emptyGroup, type GroupForm, type Solving, solvingDefault } from './weighing.model.js';

interface WeightValues {
  readonly solving: Solving;
  /** In the order of the groups of siblings. */
  readonly groups: readonly GroupForm[];
}

/** The weights of a system as they are being judged; they outlive a reload and a session that ended. */
export function useWeightForm(
  systemId: string,
  siblings: readonly Siblings[],
  nodes: readonly IndicatorNode[],
) {
  const draft = useDraft<WeightValues>(`weights.${systemId}`);
  const directionOf = useMemo(
    () => new Map(nodes.map(({ key, leaf }) => [key, leaf?.direction ?? ('max' as const)])),
    [nodes],
  );
  const [values, setValues] = useState<WeightValues>(() => ({
    solving: solvingDefault,
    groups: siblings.map(({ keys }) => emptyGroup(keys.map((key) => directionOf.get(key) ?? 'max'))),
    ...draft.initial,
  }));
  const change = (changed: Partial<WeightValues>): void => {
    const next = { ...values, ...changed };
    setValues(next);
    draft.keep(changed, next);
  };
  return {
    values,
    ...values,
    changeSolving: (solving: Solving) => change({ solving }),
    changeGroup: (index: number, group: GroupForm) =>
      change({ groups: values.groups.map((one, place) => (place === index ? group : one)) }),
    drop: draft.drop,
  };
}
