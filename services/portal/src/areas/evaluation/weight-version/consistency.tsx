import { Alert, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Mending, useMendingText } from './use-mending-text.js';
import type { GroupForm, Pair } from './weighing.model.js';

interface ConsistencyProps {
  readonly ratio: number | null;
  readonly isAcceptable: boolean;
  readonly worst: Pair | null;
  /** The judgement to think over first, and what would mend it. */
  readonly mend?: Mending | null;
  readonly names: readonly string[];
  readonly positions: GroupForm['positions'];
  /** Leads to the judgement, where it can be changed. */
  readonly onShow?: (pair: Pair) => void;
}

/** The consistency ratio in words, and the judgement that fits the others least. */
export function Consistency({
  ratio,
  isAcceptable,
  worst,
  mend = null,
  names,
  positions,
  onShow,
}: ConsistencyProps) {
  const { t } = useTranslation();
  const mending = useMendingText(names, positions);
  if (ratio === null) return null;
  const text = ratio.toFixed(3);
  if (isAcceptable) {
    return <p className="consistent">{t(consistentText(names.length, ratio), { ratio: text })}</p>;
  }
  const pair = mend ?? worst;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('weightVersion.inconsistent', { ratio: text })}
      description={
        pair !== null && (
          <p>
            {t('weightVersion.worst', { sentence: mending.now(pair) })}{' '}
            {mend !== null && mendText(t, mending, mend)}
          </p>
        )
      }
      action={
        pair !== null &&
        onShow !== undefined && <Button onClick={() => onShow(pair)}>{t('weightVersion.showWorst')}</Button>
      }
      className="notice"
    />
  );
}

function mendText(t: TFunction, mending: ReturnType<typeof useMendingText>, mend: Mending): string {
  const ratio = mend.consistencyRatio.toFixed(3);
  return t('weightVersion.mend', { sentence: mending.then(mend), ratio });
}

/** Two things cannot contradict each other. */
function consistentText(count: number, ratio: number) {
  if (count < 3) return 'weightVersion.consistentOfTwo' as const;
  return ratio < 0.0005 ? ('weightVersion.consistentWholly' as const) : ('weightVersion.consistent' as const);
}
