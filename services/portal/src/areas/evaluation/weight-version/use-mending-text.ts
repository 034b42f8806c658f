import { useJudgementText } from './use-judgement-text.js';
import { type GroupForm, type Pair, positionOf, positionsOf } from './weighing.model.js';

/** A judgement, and the value of the scale that would lower the consistency ratio most. */
export type Mending = Pair & { readonly value: string; readonly consistencyRatio: number };

/** The judgement of a pair as it stands, and as it would be mended, as somebody would say them. */
export function useMendingText(names: readonly string[], positions: GroupForm['positions']) {
  const judgementText = useJudgementText();
  const sentence = ({ row, column }: Pair, at: GroupForm['positions']): string =>
    judgementText(names[row] ?? '', names[column] ?? '', positionOf(at, { row, column }));
  return {
    now: (pair: Pair): string => sentence(pair, positions),
    then: ({ row, column, value }: Mending): string =>
      judgementText(names[row] ?? '', names[column] ?? '', positionsOf([[value]])[0]?.[0] ?? 0),
  };
}
