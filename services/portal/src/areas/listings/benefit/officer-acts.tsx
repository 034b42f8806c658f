import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import type { Benefit } from './benefit.model.js';

interface ActProps {
  readonly benefit: Benefit;
}

/** What comes next for a benefit. */
export function OfficerActs({ benefit }: ActProps) {
  const { t } = useTranslation();
  const { id, state } = benefit;
  return (
    <section className="card" aria-labelledby="officer-title">
      <h2 id="officer-title">{t('benefit.manage')}</h2>
      {state === 'draft' && <Show benefit={benefit} act="publish" />}
      {state === 'withdrawn' && <Show benefit={benefit} act="restore" />}
      {state !== 'withdrawn' && (
        <div className="actions">
          <ButtonLink to={`/benefits/${id}/edit`} isPlain>
            {t(state === 'ended' ? 'benefit.extend' : 'benefit.edit')}
          </ButtonLink>
        </div>
      )}
      {state === 'published' && <Withdraw benefit={benefit} />}
    </section>
  );
}

function Show({
  benefit: { id: benefitId, version },
  act,
}: ActProps & { readonly act: 'publish' | 'restore' }) {
  const { t } = useTranslation();
  const publish = useCommand('benefit', 'post', '/benefits/{benefitId}/publish');
  const restore = useCommand('benefit', 'post', '/benefits/{benefitId}/restore');
  const show = act === 'publish' ? publish : restore;
  return (
    <>
      {show.isError && <Refusal title={t('benefit.notPublished')} error={show.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={show.isPending}
          question={t(`benefit.${act}Question`)}
          confirmText={t(`benefit.${act}`)}
          onConfirm={() => show.mutate({ benefitId, version })}
        >
          {t(`benefit.${act}`)}
        </ConfirmButton>
      </div>
    </>
  );
}

function Withdraw({ benefit: { id: benefitId, version } }: ActProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const withdraw = useCommand('benefit', 'post', '/benefits/{benefitId}/withdraw');
  return (
    <details>
      <summary>{t('benefit.withdraw')}</summary>
      <ReasonField
        reason={reason}
        label={t('benefit.withdrawReason')}
        required={t('benefit.reasonRequired')}
      />
      {withdraw.isError && <Refusal title={t('benefit.notWithdrawn')} error={withdraw.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t('benefit.withdrawQuestion')}
          confirmText={t('benefit.withdraw')}
          onConfirm={() =>
            reason.take((text) => withdraw.mutate({ benefitId, version, body: { reason: text } }))
          }
        >
          {t('benefit.withdraw')}
        </ConfirmButton>
      </div>
    </details>
  );
}
