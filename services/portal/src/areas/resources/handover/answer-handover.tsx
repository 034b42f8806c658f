import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Handover } from './handover-desk.js';
import { useAnswerHandover } from './use-handovers.js';
import { WordsForm } from '../../../kit/words-form.js';

/** The other hand agrees, or says what was otherwise. */
export function AnswerHandover({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation();
  const [isDisputing, setIsDisputing] = useState(false);
  const answer = useAnswerHandover(handover);
  if (isDisputing) {
    return (
      <WordsForm
        label={t('handover.disputeWords')}
        required={t('handover.disputeRequired')}
        submit={t('handover.disputeYes')}
        refused={t('handover.notAnswered')}
        isPending={answer.isPending}
        error={answer.error}
        onSubmit={(words) =>
          answer.mutate({ act: 'dispute', words }, { onSuccess: () => setIsDisputing(false) })
        }
        onClose={() => setIsDisputing(false)}
      />
    );
  }
  return (
    <>
      <div className="actions">
        <ConfirmButton
          type="primary"
          size="large"
          loading={answer.isPending}
          question={t('handover.confirmQuestion', { direction: t(`handover.${handover.direction}`) })}
          confirmText={t('handover.confirm')}
          onConfirm={() => answer.mutate({ act: 'confirm' })}
        >
          {t('handover.confirm')}
        </ConfirmButton>
        {handover.state === 'waiting' && (
          <Button size="large" onClick={() => setIsDisputing(true)}>
            {t('handover.dispute')}
          </Button>
        )}
      </div>
      {answer.isError && <Refusal title={t('handover.notAnswered')} error={answer.error} />}
    </>
  );
}
