import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { may, type Visit } from './visit.model.js';

/** What is left to do about a visit. */
export function VisitActs({ visit }: { readonly visit: Visit }) {
  return (
    <>
      {may(visit, 'followUp') && <FollowUp visit={visit} />}
      {may(visit, 'withdraw') && <Withdraw visit={visit} />}
    </>
  );
}

function FollowUp({ visit: { id: visitId, version } }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const outcome = useReason();
  const followUp = useCommand('visit', 'post', '/visits/{visitId}/follow-up');
  return (
    <section className="card" aria-label={t('visit.followUp')}>
      <ReasonField reason={outcome} label={t('visit.outcome')} required={t('visit.outcomeRequired')} />
      {followUp.isError && <Refusal title={t('visit.notDone')} error={followUp.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={followUp.isPending}
          question={t('visit.followUpQuestion')}
          confirmText={t('visit.followUp')}
          onConfirm={() =>
            outcome.take((text) => followUp.mutate({ visitId, version, body: { outcome: text } }))
          }
        >
          {t('visit.followUp')}
        </ConfirmButton>
      </div>
    </section>
  );
}

function Withdraw({ visit: { id: visitId, version } }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const reason = useReason();
  const withdraw = useCommand('visit', 'post', '/visits/{visitId}/withdraw');
  return (
    <details className="card">
      <summary>{t('visit.withdraw')}</summary>
      <p className="hint">{t('visit.withdrawHint')}</p>
      <ReasonField reason={reason} label={t('visit.why')} required={t('visit.whyRequired')} />
      {withdraw.isError && <Refusal title={t('visit.notDone')} error={withdraw.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t('visit.withdrawQuestion')}
          confirmText={t('visit.withdraw')}
          onConfirm={() =>
            reason.take((text) => withdraw.mutate({ visitId, version, body: { reason: text } }))
          }
        >
          {t('visit.withdraw')}
        </ConfirmButton>
      </div>
    </details>
  );
}
