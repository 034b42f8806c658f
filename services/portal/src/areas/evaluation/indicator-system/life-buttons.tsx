import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useDecision } from '../../../api/use-decision.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import type { IndicatorSystem } from './use-indicator-systems.js';

const touches = ['indicatorSystem'];

interface StepProps {
  readonly system: IndicatorSystem;
}

interface ReviewButtonProps extends StepProps {
  /** What is typed here and not yet saved is not reviewed. */
  readonly isSaved: boolean;
}

/** Somebody other than who wrote it last has read it, and says that it may be published. */
export function ReviewButton({ system, isSaved }: ReviewButtonProps) {
  const { t } = useTranslation();
  const review = useDecision({
    send: ({ version }: { readonly version: number }, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/review', {
          params: { path: { systemId: system.id }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
  if (system.editedByMe)
    return <span className="hint action-hint">{t('indicatorDesign.reviewByOther')}</span>;
  return (
    <>
      <ConfirmButton
        disabled={!isSaved}
        loading={review.isPending}
        question={<p>{t('indicatorDesign.reviewQuestion')}</p>}
        confirmText={t('indicatorDesign.reviewYes')}
        onConfirm={() => review.mutate({ version: system.version })}
      >
        {t('indicatorDesign.review')}
      </ConfirmButton>
      {!isSaved && <span className="hint action-hint">{t('indicatorDesign.reviewAfterSaving')}</span>}
      {review.isError && <Refusal title={t('indicatorDesign.reviewFailed')} error={review.error} />}
    </>
  );
}

export function ReturnForm({ system: { id: systemId, version } }: StepProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const back = useDecision({
    send: (body: { readonly reason: string }, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/return', {
          params: { path: { systemId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
  return (
    <section className="card">
      <ReasonField
        reason={reason}
        label={t('indicatorDesign.returnReason')}
        required={t('evaluation.required')}
      />
      {back.isError && <Refusal title={t('indicatorDesign.returnFailed')} error={back.error} />}
      <div className="actions">
        <Button loading={back.isPending} onClick={() => reason.take((text) => back.mutate({ reason: text }))}>
          {t('indicatorDesign.sendBack')}
        </Button>
      </div>
    </section>
  );
}

export function PublishButton({ system }: StepProps) {
  const { t } = useTranslation();
  const publish = useDecision({
    send: ({ id, version }: Pick<IndicatorSystem, 'id' | 'version'>, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/publish', {
          params: { path: { systemId: id }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
  return (
    <>
      <ConfirmButton
        type="primary"
        loading={publish.isPending}
        question={<p>{t('indicatorSystem.publishQuestion')}</p>}
        confirmText={t('indicatorSystem.publishYes')}
        onConfirm={() => publish.mutate(system)}
      >
        {t('indicatorSystem.publish')}
      </ConfirmButton>
      {publish.isError && <Refusal title={t('indicatorSystem.publishFailed')} error={publish.error} />}
    </>
  );
}

export function RetireButton({ system }: StepProps) {
  const { t } = useTranslation();
  const retire = useDecision({
    send: ({ id, version }: Pick<IndicatorSystem, 'id' | 'version'>, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/retire', {
          params: { path: { systemId: id }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
  return (
    <>
      <ConfirmButton
        danger
        loading={retire.isPending}
        question={<p>{t('indicatorDesign.retireQuestion')}</p>}
        confirmText={t('indicatorDesign.retireYes')}
        onConfirm={() => retire.mutate(system)}
      >
        {t('indicatorDesign.retire')}
      </ConfirmButton>
      {retire.isError && <Refusal title={t('indicatorDesign.retireFailed')} error={retire.error} />}
    </>
  );
}
