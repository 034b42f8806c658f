import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { WordsForm } from '../../../kit/words-form.js';
import type { Handover } from './handover.js';

/** The other side confirms the handover, or disputes it and says what was different. */
export function AnswerHandover({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation();
  const [isDisputing, setIsDisputing] = useState(false);
  const confirm = useCommand('loan', 'post', '/loans/{loanId}/handovers/{handoverId}/confirm');
  const { loanId, id: handoverId, version } = handover;
  if (isDisputing) return <DisputeForm handover={handover} onClose={() => setIsDisputing(false)} />;
  return (
    <>
      <div className="actions">
        <ConfirmButton
          type="primary"
          size="large"
          loading={confirm.isPending}
          question={t('handover.confirmQuestion', { direction: t(`handover.${handover.direction}`) })}
          confirmText={t('handover.confirm')}
          onConfirm={() => confirm.mutate({ loanId, handoverId, version })}
        >
          {t('handover.confirm')}
        </ConfirmButton>
        {handover.state === 'waiting' && (
          <Button size="large" onClick={() => setIsDisputing(true)}>
            {t('handover.dispute')}
          </Button>
        )}
      </div>
      {confirm.isError && <Refusal title={t('handover.notAnswered')} error={confirm.error} />}
    </>
  );
}

function DisputeForm({ handover, onClose }: { readonly handover: Handover; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dispute = useCommand('loan', 'post', '/loans/{loanId}/handovers/{handoverId}/dispute');
  const { loanId, id: handoverId, version } = handover;
  return (
    <WordsForm
      label={t('handover.disputeWords')}
      required={t('handover.disputeRequired')}
      submit={t('handover.disputeYes')}
      refused={t('handover.notAnswered')}
      isPending={dispute.isPending}
      error={dispute.error}
      onSubmit={(words) =>
        dispute.mutate({ loanId, handoverId, version, body: { words } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
