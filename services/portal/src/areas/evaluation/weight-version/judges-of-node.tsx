import { useTranslation } from 'react-i18next';
import { Judgements } from './judgements.js';
import type { WeightVersion } from './use-weight-versions.js';
import { positionsOf } from './weighing.model.js';

interface JudgesOfNodeProps {
  readonly node: WeightVersion['nodes'][number];
  readonly judges: NonNullable<WeightVersion['input'][number]['judges']>;
  readonly names: readonly string[];
}

/** The judgements of each judge of a group, by number, with their consistency. */
export function JudgesOfNode({ node, judges, names }: JudgesOfNodeProps) {
  const { t } = useTranslation();
  const ratios = new Map(node.judges.map(({ judge, consistencyRatio }) => [judge, consistencyRatio]));
  const titleOf = (judge: number): string => {
    const name = t('weightVersion.judgeNumber', { judge });
    const ratio = ratios.get(judge) ?? null;
    return ratio === null
      ? t('weightVersion.judgeIncomplete', { name })
      : t('weightVersion.judgeRatio', { name, ratio: ratio.toFixed(3) });
  };
  return (
    <>
      <p>{t('weightVersion.judgesOf', { count: judges.length })}</p>
      {judges.map(({ judge, upper }) => (
        <Judgements key={judge} title={titleOf(judge)} names={names} positions={positionsOf(upper)} />
      ))}
    </>
  );
}
