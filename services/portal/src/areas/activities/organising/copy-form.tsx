import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { readOf } from '../../../api/use-read.js';
import { instantOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { Activity } from '../activity/activity-form.js';
// The page to which this form leads shows it.
import '../activity/copied-notice.js';
import { copiedOf, CopyNotes } from '../activity/copy-notes.js';

/** Without a start it is about a year later, on the same weekday. */
interface CopyWish {
  readonly startsAt?: string;
  readonly keepDay?: boolean;
}

interface CopyFormProps {
  readonly activity: Activity;
  readonly onBack: () => void;
}

interface CopyValues {
  readonly title?: string;
  /** As `datetime-local` shows it, in the zone of the activity. */
  readonly startsAt?: string;
  readonly keepDay?: boolean;
}

/** Asks for the new date, and shows beforehand when it would be held and what would be moved. */
export function CopyForm({ activity, onBack }: CopyFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<CopyValues>();
  const wish = wishOf(Form.useWatch([], form) ?? {}, activity);
  const copy = useCommand('activity', 'post', '/activities/{activityId}/copy');
  return (
    <CommandForm
      command={copy}
      form={form}
      input={(values: CopyValues) => ({
        activityId: activity.id,
        body: { ...wishOf(values, activity), title: (values.title ?? '').trim() || activity.title },
      })}
      submit={t('copying.make')}
      done={null}
      refused={t('copying.notDone')}
      onDone={(made) =>
        void navigate(`/activities/${made.activity.id}/edit`, { state: { copied: copiedOf(made, activity) } })
      }
      onCancel={onBack}
      initialValues={{ title: activity.title, startsAt: '', keepDay: false }}
    >
      <Form.Item name="title" label={t('copying.newTitle')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="startsAt" label={t('copying.startsAt')} extra={t('copying.startsHint')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="keepDay" valuePropName="checked">
        <Checkbox>{t('copying.keepDay')}</Checkbox>
      </Form.Item>
      <Plan activity={activity} wish={wish} />
    </CommandForm>
  );
}

function wishOf({ startsAt, keepDay }: CopyValues, { timeZone }: Activity): CopyWish {
  return {
    ...(startsAt ? { startsAt: instantOf(startsAt, timeZone) } : {}),
    ...(keepDay ? { keepDay } : {}),
  };
}

function Plan({ activity, wish }: { readonly activity: Activity; readonly wish: CopyWish }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { data, error, refetch } = useQuery({
    ...readOf('activity', '/activities/{activityId}/copy', { activityId: activity.id, ...useRested(wish) }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) {
    return error === null ? (
      <LoadingState rows={2} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <div className="copy-plan" role="status" aria-live="polite">
      <p>
        <strong>{t('copying.planned', { time: format.period(data.startsAt, data.endsAt) })}</strong>
      </p>
      <p>{t('copying.plannedSignUp', { time: format.period(data.signUpOpensAt, data.signUpClosesAt) })}</p>
      <CopyNotes known={data} timeZone={data.timeZone} wasLent={activity.loanId !== null} />
    </div>
  );
}

/** Each key that is pressed makes a new wish; compared as text, it settles once the typing stops. */
function useRested(wish: CopyWish): CopyWish {
  return JSON.parse(useDebounced(JSON.stringify(wish))) as CopyWish;
}
