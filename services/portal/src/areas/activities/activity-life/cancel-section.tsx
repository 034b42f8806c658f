import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isMissing, isRefused } from '../../../api/problem.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { CancellationEffects } from './cancellation-effects.js';
import { type CancellationEffect, useCancelActivity, useCancellationEffect } from './use-activity-life.js';

/** What cancelling would do, in words, and the way to do it. */
export function CancelSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useCancellationEffect(activity.id);
  if (isRefused(error) || isMissing(error)) return null;
  return (
    <section className="card" aria-labelledby="cancel-title">
      <h2 id="cancel-title">{t('life.cancel')}</h2>
      {isPending && <LoadingState rows={6} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <CancellationEffects activity={activity} effect={data} />
          {data.problem === null && <CancelForm activity={activity} effect={data} />}
        </>
      )}
    </section>
  );
}

interface CancelFormProps {
  readonly activity: Activity;
  readonly effect: CancellationEffect;
}

const fields = ['reason'];

/** The reason goes to everybody who takes part; it is asked for first, and then once more whether it is meant. */
function CancelForm({ activity, effect }: CancelFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const cancel = useCancelActivity(activity);
  const send = (): void => cancel.mutate(reason, { onError: (error) => showErrors(form, error, fields) });
  const { participants, entrants, hosts } = effect.notices;
  return (
    <Form form={form} name="cancel" layout="vertical" requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('life.reason')}
        rules={[{ required: true, whitespace: true, message: t('life.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {cancel.isError && <Refusal title={t('life.notCancelled')} error={cancel.error} fields={fields} />}
      <div className="actions">
        <ConfirmButton
          danger
          type="primary"
          disabled={reason === ''}
          loading={cancel.isPending}
          question={t(activity.state === 'draft' ? 'life.cancelDraft' : 'life.cancelQuestion', {
            count: participants + entrants + hosts,
          })}
          confirmText={t('life.cancel')}
          onConfirm={send}
        >
          {t('life.cancel')}
        </ConfirmButton>
        <Button onClick={() => void navigate(`/activities/${activity.id}/organise`)}>
          {t('common.keepAsIs')}
        </Button>
      </div>
    </Form>
  );
}
