import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { Confirmation } from './confirmation.model.js';

const DisputeForm = lazyPart('DisputeForm', () => import('./dispute-form.js'), { rows: 3 });

interface AnswerProps {
  readonly confirmation: Confirmation;
}

/** The reader's union agrees, or disputes it. */
export function AnswerSection({ confirmation }: AnswerProps) {
  const { t } = useTranslation();
  const { mayConfirm, mayDispute, state } = confirmation;
  if (state === 'lapsed') return <p role="status">{t('confirmation.lapsed')}</p>;
  if (!mayConfirm && !mayDispute) return null;
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('confirmation.act')}</h2>
      <p className="hint">{t(mayConfirm ? 'confirmation.actHint' : 'confirmation.mineDone')}</p>
      {mayConfirm && <Agree confirmation={confirmation} />}
      {mayDispute && (
        <>
          <Preload part={DisputeForm} />
          <details className="answer-act">
            <summary>{t('dispute.open.summary')}</summary>
            <DisputeForm confirmation={confirmation} />
          </details>
        </>
      )}
    </section>
  );
}

function Agree({ confirmation: { id, version, title, party } }: AnswerProps) {
  const { t } = useTranslation();
  const confirm = useCommand('confirmation', 'post', '/confirmations/{confirmationId}/confirm');
  const refresh = useRefresh('confirmation');
  return (
    <>
      {confirm.isError && <Refusal title={t('confirmation.refused')} error={confirm.error} />}
      <ConfirmButton
        type="primary"
        loading={confirm.isPending}
        question={t('confirmation.question', { party: party.name, title })}
        confirmText={t('confirmation.yes')}
        onConfirm={() => confirm.mutate({ confirmationId: id, version }, { onError: refresh })}
      >
        {t('confirmation.confirm')}
      </ConfirmButton>
    </>
  );
}
