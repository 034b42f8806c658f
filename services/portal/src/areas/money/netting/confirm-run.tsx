import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { confirmStepOf, type NettingRun } from './netting.model.js';

/** Confirming takes another person than the one who proposed it; the page says so before somebody tries in vain. */
export function ConfirmRun({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holds } = useOffices();
  const confirm = useCommand('nettingRun', 'post', '/netting-runs/{nettingRunId}/confirm');
  const refresh = useRefresh('nettingRun');
  const step = confirmStepOf(run, me?.personId, holds('approver'));
  if (step === 'none') return null;
  const transfers = t('money.netting.transfersOf', { count: run.transferCount });
  return (
    <section className="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t('money.netting.confirm.title')}</h2>
      {step === 'own' && <p>{t('money.netting.confirm.own')}</p>}
      {step === 'wait' && <p>{t('money.netting.confirm.wait')}</p>}
      {step === 'confirm' && (
        <>
          <p>{t('money.netting.confirm.hint')}</p>
          <ConfirmButton
            type="primary"
            loading={confirm.isPending}
            question={t('money.netting.confirm.question', { transfers })}
            confirmText={t('money.netting.confirm.confirm')}
            onConfirm={() =>
              confirm.mutate({ nettingRunId: run.id, version: run.version }, { onError: refresh })
            }
          >
            {t('money.netting.confirm.submit')}
          </ConfirmButton>
        </>
      )}
      {confirm.isError && <Refusal title={t('money.netting.confirm.refused')} error={confirm.error} />}
    </section>
  );
}
