import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isMissing, isRefused } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { Activity } from '../activity/use-activities.js';
import { type CancellationEffect, CancellationEffects } from './cancellation-effects.js';

/** What cancelling would do, in words, and the way to do it. */
export function CancelSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRead(
    'activity',
    '/activities/{activityId}/cancellation-effect',
    { activityId: activity.id },
  );
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

/** The reason goes to everybody who takes part. */
function CancelForm({ activity, effect }: CancelFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cancel = useCommand('activity', 'post', '/activities/{activityId}/cancel');
  // Cancelling releases the loan of the place.
  const refreshLoans = useRefresh('loan');
  const { participants, entrants, hosts } = effect.notices;
  return (
    <CommandForm
      command={cancel}
      name="cancel"
      input={({ reason }: { readonly reason: string }) => ({
        activityId: activity.id,
        version: activity.version,
        body: { reason: reason.trim() },
      })}
      submit={t('life.cancel')}
      refused={t('life.notCancelled')}
      confirm={{
        question: t(activity.state === 'draft' ? 'life.cancelDraft' : 'life.cancelQuestion', {
          count: participants + entrants + hosts,
        }),
        text: t('life.cancel'),
      }}
      danger
      onDone={refreshLoans}
      onCancel={() => void navigate(`/activities/${activity.id}/organise`)}
    >
      <Form.Item
        name="reason"
        label={t('life.reason')}
        rules={[{ required: true, whitespace: true, message: t('life.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
