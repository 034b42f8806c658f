import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { Confirmation } from './confirmation.model.js';

const DisputeForm = lazyPart('DisputeForm', () => import('./dispute-form.js'), { rows: 3 });

const RefuseForm = lazyPart('RefuseForm', () => import('./refuse-form.js'), { rows: 3 });

interface AnswerProps {
  readonly confirmation: Confirmation;
}

/** The reader's union agrees, or disputes it; a share of a shared bill is refused before it is posted. */
export function AnswerSection({ confirmation }: AnswerProps) {
  const { t } = useTranslation();
  const { mayConfirm, mayDispute, mayRefuse, state, entryId } = confirmation;
  if (state === 'lapsed')
    return <p role="status">{t(entryId === null ? 'confirmation.lapsedBefore' : 'confirmation.lapsed')}</p>;
  if (!mayConfirm && !mayDispute && !mayRefuse) return null;
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('confirmation.act')}</h2>
      <p className="hint">{t(hintOf(confirmation))}</p>
      {mayConfirm && <Agree confirmation={confirmation} />}
      {mayRefuse && (
        <>
          <Preload part={RefuseForm} />
          <details className="answer-act">
            <summary>{t('confirmation.refuse.summary')}</summary>
            <RefuseForm confirmation={confirmation} />
          </details>
        </>
      )}
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

function hintOf({ mayConfirm, mayRefuse }: Confirmation) {
  if (mayRefuse) return mayConfirm ? 'confirmation.sharedHint' : 'confirmation.sharedDone';
  return mayConfirm ? 'confirmation.actHint' : 'confirmation.mineDone';
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
