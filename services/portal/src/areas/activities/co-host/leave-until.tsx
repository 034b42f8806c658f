import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import type { Activity } from '../activity/activity-form.js';

interface LeaveUntilProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** Until when a co-host may leave once the activity is published; the organiser sets it. */
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
  const edit = useCommand('activity', 'patch', '/activities/{activityId}', { onStale: 'refuse' });
  return (
    <CommandForm
      command={edit}
      name="leave-until"
      input={({ leaveUntil }: { readonly leaveUntil: string }) => ({
        activityId: activity.id,
        version: activity.version,
        body: { leaveUntil: leaveUntil === '' ? null : leaveUntil },
      })}
      submit={t('leaving.untilSave')}
      refused={t('leaving.untilNotSaved')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ leaveUntil: activity.leaveUntil ?? '' }}
    >
      <Form.Item name="leaveUntil" label={t('leaving.untilTitle')} extra={t('leaving.untilHint')}>
        <DateInput />
      </Form.Item>
    </CommandForm>
  );
}
