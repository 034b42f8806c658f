import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { instantOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { Activity } from '../activity/activity-form.js';
// It stands on the page to which this form leads.
import '../activity/copied-notice.js';
import { copiedOf, CopyNotes } from '../activity/copy-notes.js';
import { type CopyWish, useCopyActivity, useCopyPlan } from './use-copying.js';

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

const fields = ['title', 'startsAt', 'keepDay'];

/** Asks for the new date, and shows beforehand when it would be held and what would be moved. */
export function CopyForm({ activity, onBack }: CopyFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<CopyValues>();
  const wish = wishOf(Form.useWatch([], form) ?? {}, activity);
  const copy = useCopyActivity(activity.id);
  const submit = (values: CopyValues): void =>
    copy.mutate(
      { ...wishOf(values, activity), title: (values.title ?? '').trim() || activity.title },
      {
        onSuccess: (made) =>
          void navigate(`/activities/${made.activity.id}/edit`, {
            state: { copied: copiedOf(made, activity) },
          }),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={copy.isPending}
      initialValues={{ title: activity.title, startsAt: '', keepDay: false }}
      onFinish={submit}
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
      {copy.isError && <Refusal title={t('copying.notDone')} error={copy.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={copy.isPending}>
          {t('copying.make')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
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
  const { data, error, refetch } = useCopyPlan(activity.id, useRested(wish));
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

/** A wish is made anew at each key; its text rests. */
function useRested(wish: CopyWish): CopyWish {
  return JSON.parse(useDebounced(JSON.stringify(wish))) as CopyWish;
}
