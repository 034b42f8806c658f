import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useJudgementText } from './use-judgement-text.js';
import { type GroupForm, type Pair, positionOf } from './weighing.model.js';

interface ConsistencyProps {
  readonly ratio: number | null;
  readonly isAcceptable: boolean;
  readonly worst: Pair | null;
  readonly names: readonly string[];
  readonly positions: GroupForm['positions'];
  /** Leads to the judgement, where it can be changed. */
  readonly onShow?: (pair: Pair) => void;
}

/** The consistency ratio in words, and the judgement that fits the others least. */
export function Consistency({ ratio, isAcceptable, worst, names, positions, onShow }: ConsistencyProps) {
  const { t } = useTranslation();
  const judgementText = useJudgementText();
  if (ratio === null) return null;
  const text = ratio.toFixed(3);
  if (isAcceptable) {
    return <p className="consistent">{t(consistentText(names.length, ratio), { ratio: text })}</p>;
  }
  const sentence =
    worst === null
      ? null
      : judgementText(names[worst.row] ?? '', names[worst.column] ?? '', positionOf(positions, worst));
  return (
    <Alert
      type="warning"
      showIcon
      title={t('weightVersion.inconsistent', { ratio: text })}
      description={sentence !== null && <p>{t('weightVersion.worst', { sentence })}</p>}
      action={
        worst !== null &&
        onShow !== undefined && <Button onClick={() => onShow(worst)}>{t('weightVersion.showWorst')}</Button>
      }
      className="notice"
    />
  );
}

/** Two things cannot contradict each other. */
function consistentText(count: number, ratio: number) {
  if (count < 3) return 'weightVersion.consistentOfTwo' as const;
  return ratio < 0.0005 ? ('weightVersion.consistentWholly' as const) : ('weightVersion.consistent' as const);
}
