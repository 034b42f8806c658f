import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';

/** What the union above does with a bulletin that waits for it. */
export function ReleaseActs({
  bulletinId,
  version,
}: {
  readonly bulletinId: string;
  readonly version: number;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const release = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/release');
  const sendBack = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/send-back');
  const error = release.error ?? sendBack.error;
  return (
    <section className="card" aria-label={t('bulletinReview.release')}>
      {error !== null && <Refusal title={t('bulletinReview.notDone')} error={error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={release.isPending}
          question={t('bulletinReview.releaseQuestion')}
          confirmText={t('bulletinReview.release')}
          onConfirm={() => release.mutate({ bulletinId, version })}
        >
          {t('bulletinReview.release')}
        </ConfirmButton>
      </div>
      <ReasonField
        reason={reason}
        label={t('bulletinReview.reason')}
        required={t('bulletinReview.reasonRequired')}
      />
      <div className="actions">
        <ConfirmButton
          danger
          loading={sendBack.isPending}
          question={t('bulletinReview.sendBackQuestion')}
          confirmText={t('bulletinReview.sendBack')}
          onConfirm={() =>
            reason.take((text) => sendBack.mutate({ bulletinId, version, body: { reason: text } }))
          }
        >
          {t('bulletinReview.sendBack')}
        </ConfirmButton>
      </div>
    </section>
  );
}
