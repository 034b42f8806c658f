import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import type { Correction } from './correction-form.js';

/** What the reader can do about a correction: decide it, withdraw it, or take it back. */
export function CorrectionActs({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const { state, waitsForMe, mayWithdraw, mayReverse } = correction;
  return (
    <>
      {state === 'waiting' && !waitsForMe && <p className="hint">{t('recordCorrection.waitsForOther')}</p>}
      {waitsForMe && <Decision correction={correction} />}
      {mayWithdraw && <WithdrawCorrection correction={correction} />}
      {mayReverse && <Reversal correction={correction} />}
    </>
  );
}

function Decision({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const apply = useCommand('correction', 'post', '/corrections/{correctionId}/apply');
  const refuse = useCommand('correction', 'post', '/corrections/{correctionId}/refuse');
  const reason = useReason();
  const { id: correctionId, version, personName: name } = correction;
  return (
    <>
      {apply.isError && <Refusal title={t('recordCorrection.notDone')} error={apply.error} />}
      <ConfirmButton
        type="primary"
        loading={apply.isPending}
        disabled={refuse.isPending}
        question={t('recordCorrection.applyQuestion', { name })}
        confirmText={t('recordCorrection.apply')}
        onConfirm={() => apply.mutate({ correctionId, version })}
      >
        {t('recordCorrection.apply')}
      </ConfirmButton>
      <details className="register-others">
        <summary>{t('recordCorrection.refuse')}</summary>
        <ReasonField
          reason={reason}
          label={t('recordCorrection.refuseReason')}
          required={t('recordCorrection.reasonRequired')}
        />
        {refuse.isError && <Refusal title={t('recordCorrection.notDone')} error={refuse.error} />}
        <Button
          danger
          loading={refuse.isPending}
          disabled={apply.isPending}
          onClick={() =>
            reason.take((text) => refuse.mutate({ correctionId, version, body: { reason: text } }))
          }
        >
          {t('recordCorrection.refuse')}
        </Button>
      </details>
    </>
  );
}

export function WithdrawCorrection({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const withdraw = useCommand('correction', 'post', '/corrections/{correctionId}/withdraw');
  const { id: correctionId, version } = correction;
  return (
    <>
      {withdraw.isError && <Refusal title={t('recordCorrection.notDone')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('recordCorrection.withdrawQuestion')}
        confirmText={t('recordCorrection.withdraw')}
        onConfirm={() => withdraw.mutate({ correctionId, version })}
      >
        {t('recordCorrection.withdraw')}
      </ConfirmButton>
    </>
  );
}

function Reversal({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reverse = useCommand('correction', 'post', '/corrections/{correctionId}/reverse');
  const { id: correctionId, version, personName: name } = correction;
  return (
    <>
      {reverse.isError && <Refusal title={t('recordCorrection.notDone')} error={reverse.error} />}
      <ConfirmButton
        loading={reverse.isPending}
        question={t('recordCorrection.reverseQuestion', { name })}
        confirmText={t('recordCorrection.reverse')}
        onConfirm={() =>
          reverse.mutate(
            { correctionId, version },
            { onSuccess: ({ id }) => void navigate(`/corrections/${id}`) },
          )
        }
      >
        {t('recordCorrection.reverse')}
      </ConfirmButton>
    </>
  );
}
