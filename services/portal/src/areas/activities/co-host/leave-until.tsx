import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { useEditActivity } from '../activity/use-organising.js';

interface LeaveUntilProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

const fields = ['leaveUntil'];

/** Until when a co-host may leave once the activity is published; the organiser says so. */
export function LeaveUntil({ activity, mayManage }: LeaveUntilProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const [isOpen, setIsOpen] = useState(false);
  const { leaveUntil } = activity;
  if (isOpen) return <DayForm activity={activity} onDone={() => setIsOpen(false)} />;
  return (
    <div className="actions">
      <span className="hint">
        {leaveUntil === null
          ? t('leaving.untilNone')
          : t('leaving.untilIs', { day: format.date(leaveUntil) })}
      </span>
      {mayManage && <Button onClick={() => setIsOpen(true)}>{t('leaving.changeDay')}</Button>}
    </div>
  );
}

function DayForm({ activity, onDone }: { readonly activity: Activity; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ leaveUntil: string }>();
  const edit = useEditActivity(activity.id);
  const send = ({ leaveUntil }: { leaveUntil: string }): void =>
    edit.mutate(
      { version: activity.version, changes: { leaveUntil: leaveUntil === '' ? null : leaveUntil } },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  const start = { leaveUntil: activity.leaveUntil ?? '' };
  return (
    <Form
      form={form}
      name="leave-until"
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={send}
    >
      <Form.Item name="leaveUntil" label={t('leaving.untilTitle')} extra={t('leaving.untilHint')}>
        <Input type="date" />
      </Form.Item>
      {edit.isError && <Refusal title={t('leaving.untilNotSaved')} error={edit.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('leaving.untilSave')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
