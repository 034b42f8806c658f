import { Alert, Button } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMendingText } from '../weight-version/use-mending-text.js';
import { type Pair, positionsOf } from '../weight-version/weighing.model.js';
import { type Agreement as Found, agreementOf, type SheetGroup, type Upper } from './sheet.model.js';

interface AgreementProps {
  readonly group: SheetGroup;
  readonly upper: Upper;
  /** Leads to the judgement that is worth thinking over. */
  readonly onShow: (pair: Pair) => void;
}

/** How far the judgements of a group agree, with every step; and the one that is worth thinking over. */
export function Agreement({ group, upper, onShow }: AgreementProps) {
  const { t } = useTranslation();
  // The thumb of the slider goes first: the other values of the scale are tried when it rests.
  const deferred = useDeferredValue(upper);
  const found = useMemo(() => agreementOf(deferred), [deferred]);
  if (group.items.length < 3) return null;
  if (found === null) return <p className="hint">{t('judge.disconnected')}</p>;
  const ratio = found.ratio.toFixed(3);
  if (found.isAcceptable) return <p className="consistent">{t('judge.consistent', { ratio })}</p>;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="notice"
      title={t('judge.inconsistent', { ratio })}
      description={<ThinkOver group={group} upper={deferred} found={found} onShow={onShow} />}
    />
  );
}

function ThinkOver({ group, upper, found, onShow }: AgreementProps & { readonly found: Found }) {
  const { t } = useTranslation();
  const names = group.items.map(({ name }) => name);
  const text = useMendingText(names, positionsOf(upper));
  const { mending, worst } = found;
  const pair = mending ?? worst;
  if (pair === null) return null;
  const now = text.now(pair);
  return (
    <>
      <p>
        {mending === null
          ? t('judge.thinkOnly', { now })
          : t('judge.think', {
              now,
              then: text.then(mending),
              ratio: mending.consistencyRatio.toFixed(3),
            })}
      </p>
      <Button onClick={() => onShow(pair)}>{t('judge.goThere')}</Button>
    </>
  );
}
