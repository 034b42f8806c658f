import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import type { WorksCall } from './call.model.js';

interface Props {
  readonly call: WorksCall;
}

/** Announces it; where a jury decides it has to be named first. */
export function PublishCall({ call: { id: worksCallId, version, criteria, jurorCount } }: Props) {
  const { t } = useTranslation();
  const publish = useCommand('worksCall', 'post', '/works-calls/{worksCallId}/publish');
  const isJuryMissing = criteria.length > 0 && jurorCount === 0;
  return (
    <section className="card" aria-label={t('works.publish')}>
      <p className="hint">{t(isJuryMissing ? 'works.juryMissing' : 'works.publishHint')}</p>
      {publish.isError && <Refusal title={t('works.notPublished')} error={publish.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          disabled={isJuryMissing}
          loading={publish.isPending}
          question={t('works.publishQuestion')}
          confirmText={t('works.publish')}
          onConfirm={() => publish.mutate({ worksCallId, version })}
        >
          {t('works.publish')}
        </ConfirmButton>
      </div>
    </section>
  );
}

/** Lets the result stand. */
export function CloseCall({ call: { id: worksCallId, version } }: Props) {
  const { t } = useTranslation();
  const close = useCommand('worksCall', 'post', '/works-calls/{worksCallId}/close');
  return (
    <section className="card" aria-label={t('works.close')}>
      <p className="hint">{t('works.closeHint')}</p>
      {close.isError && <Refusal title={t('works.notClosed')} error={close.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={close.isPending}
          question={t('works.closeQuestion')}
          confirmText={t('works.close')}
          onConfirm={() => close.mutate({ worksCallId, version })}
        >
          {t('works.close')}
        </ConfirmButton>
      </div>
    </section>
  );
}

/** Calls it off for good; whoever has sent a work is notified. */
export function CancelCall({ call: { id: worksCallId, version } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const cancel = useCommand('worksCall', 'post', '/works-calls/{worksCallId}/cancel');
  return (
    <details className="card">
      <summary>{t('works.cancel')}</summary>
      <p className="hint">{t('works.cancelHint')}</p>
      <ReasonField reason={reason} label={t('works.reason')} required={t('works.reasonRequired')} />
      {cancel.isError && <Refusal title={t('works.notCancelled')} error={cancel.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={cancel.isPending}
          question={t('works.cancelQuestion')}
          confirmText={t('works.cancel')}
          onConfirm={() =>
            reason.take((text) => cancel.mutate({ worksCallId, version, body: { reason: text } }))
          }
        >
          {t('works.cancel')}
        </ConfirmButton>
      </div>
    </details>
  );
}
