import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { WithdrawCorrection } from './correction-acts.js';
import {
  CorrectionChanges,
  CorrectionPeople,
  CorrectionStateTag,
  DelayOfCorrection,
} from './correction-changes.js';
import { type Correction, CorrectionForm } from './correction-form.js';

/** On the account page: corrections of the reader's own record, and asking for one. */
export function OwnCorrections() {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { items = [] } = useList('correction', '/corrections', { mine: true });
  const isWaiting = items.some(({ state }) => state === 'waiting' || state === 'delayed');
  return (
    <>
      <p className="hint">{t('recordCorrection.own.hint')}</p>
      {items.map((correction) => (
        <OneOfMine key={correction.id} correction={correction} />
      ))}
      {!isWaiting && !isAsking && (
        <Button onClick={() => setIsAsking(true)}>{t('recordCorrection.own.ask')}</Button>
      )}
      {isAsking && <CorrectionForm onDone={() => setIsAsking(false)} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function OneOfMine({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const { state, reason, mayWithdraw } = correction;
  return (
    <div className="notice">
      <CorrectionChanges changes={correction.changes} />
      <p className="hint">
        <CorrectionStateTag state={state} />
      </p>
      <CorrectionPeople correction={correction} />
      {state === 'waiting' && <p className="hint">{t('recordCorrection.own.waiting')}</p>}
      <DelayOfCorrection state={state} effectiveAt={correction.effectiveAt} />
      {reason !== null && <p>{t('recordCorrection.reason', { reason })}</p>}
      {mayWithdraw && <WithdrawCorrection correction={correction} />}
    </div>
  );
}
