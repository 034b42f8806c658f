import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { IndicatorSystem } from './use-indicator-systems.js';

interface StepProps {
  readonly system: IndicatorSystem;
}

interface ReviewButtonProps extends StepProps {
  /** Changes that are not saved cannot be reviewed. */
  readonly isSaved: boolean;
}

/** A person other than its last author reviews it. */
export function ReviewButton({ system, isSaved }: ReviewButtonProps) {
  const { t } = useTranslation();
  const review = useCommand('indicatorSystem', 'post', '/indicator-systems/{systemId}/review');
  if (system.editedByMe)
    return <span className="hint action-hint">{t('indicatorDesign.reviewByOther')}</span>;
  return (
    <>
      <ConfirmButton
        disabled={!isSaved}
        loading={review.isPending}
        question={<p>{t('indicatorDesign.reviewQuestion')}</p>}
        confirmText={t('indicatorDesign.reviewYes')}
        onConfirm={() => review.mutate({ systemId: system.id, version: system.version })}
      >
        {t('indicatorDesign.review')}
      </ConfirmButton>
      {!isSaved && <span className="hint action-hint">{t('indicatorDesign.reviewAfterSaving')}</span>}
      {review.isError && <Refusal title={t('indicatorDesign.reviewFailed')} error={review.error} />}
    </>
  );
}

export function PublishButton({ system }: StepProps) {
  const { t } = useTranslation();
  const publish = useCommand('indicatorSystem', 'post', '/indicator-systems/{systemId}/publish');
  return (
    <>
      <ConfirmButton
        type="primary"
        loading={publish.isPending}
        question={<p>{t('indicatorSystem.publishQuestion')}</p>}
        confirmText={t('indicatorSystem.publishYes')}
        onConfirm={() => publish.mutate({ systemId: system.id, version: system.version })}
      >
        {t('indicatorSystem.publish')}
      </ConfirmButton>
      {publish.isError && <Refusal title={t('indicatorSystem.publishFailed')} error={publish.error} />}
    </>
  );
}

export function RetireButton({ system }: StepProps) {
  const { t } = useTranslation();
  const retire = useCommand('indicatorSystem', 'post', '/indicator-systems/{systemId}/retire');
  return (
    <>
      <ConfirmButton
        danger
        loading={retire.isPending}
        question={<p>{t('indicatorDesign.retireQuestion')}</p>}
        confirmText={t('indicatorDesign.retireYes')}
        onConfirm={() => retire.mutate({ systemId: system.id, version: system.version })}
      >
        {t('indicatorDesign.retire')}
      </ConfirmButton>
      {retire.isError && <Refusal title={t('indicatorDesign.retireFailed')} error={retire.error} />}
    </>
  );
}
