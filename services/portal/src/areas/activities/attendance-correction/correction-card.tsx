import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { type Correction, useRefuse, useStep } from './use-corrections.js';

/** What is to be put right, who said so, and what the reader can do about it. */
export function CorrectionCard({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { maskedName, headsBefore, heads, unionName, reason, refusal, state } = correction;
  return (
    <article className="nested">
      <p>
        <strong>{maskedName}</strong> {t('correction.change', { before: headsBefore, after: heads })}{' '}
        {unionName !== null && <span className="hint">{t('correction.forUnion', { union: unionName })}</span>}
      </p>
      <p>{t('correction.because', { reason })}</p>
      <p className="hint">
        {t('correction.by', { name: correction.proposedByName, at: format.instant(correction.proposedAt) })}
      </p>
      <p>
        {t(`correction.stateIs.${state}`)}
        {correction.decidedAt !== null && (
          <span className="hint">
            {' '}
            {t('correction.by', { name: correction.decidedByName, at: format.instant(correction.decidedAt) })}
          </span>
        )}
      </p>
      {refusal !== null && <p>{t('correction.because', { reason: refusal })}</p>}
      {correction.mayDecide && <Decide correction={correction} />}
      {correction.mayWithdraw && <Withdraw correction={correction} />}
    </article>
  );
}

function Decide({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const approve = useStep(correction, 'approve');
  const [refuses, setRefuses] = useState(false);
  if (refuses) return <RefuseForm correction={correction} onBack={() => setRefuses(false)} />;
  return (
    <>
      {approve.isError && <Refusal title={t('correction.notDecided')} error={approve.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={approve.isPending}
          question={t('correction.approveQuestion')}
          confirmText={t('correction.approve')}
          onConfirm={() => approve.mutate(null)}
        >
          {t('correction.approve')}
        </ConfirmButton>
        <Button onClick={() => setRefuses(true)}>{t('correction.refuse')}</Button>
      </div>
    </>
  );
}

function RefuseForm({
  correction,
  onBack,
}: {
  readonly correction: Correction;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const refuse = useRefuse(correction);
  return (
    <>
      <ReasonField
        reason={reason}
        label={t('correction.refusal')}
        required={t('correction.reasonRequired')}
      />
      {refuse.isError && <Refusal title={t('correction.notDecided')} error={refuse.error} />}
      <div className="actions">
        <Button danger loading={refuse.isPending} onClick={() => reason.take((text) => refuse.mutate(text))}>
          {t('correction.refuse')}
        </Button>
        <Button onClick={onBack}>{t('correction.back')}</Button>
      </div>
    </>
  );
}

function Withdraw({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const withdraw = useStep(correction, 'withdraw');
  return (
    <>
      <p className="hint">{t('correction.waitsForSecond')}</p>
      {withdraw.isError && <Refusal title={t('correction.notDecided')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('correction.withdrawQuestion')}
        confirmText={t('correction.withdraw')}
        onConfirm={() => withdraw.mutate(null)}
      >
        {t('correction.withdraw')}
      </ConfirmButton>
    </>
  );
}
