import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import type { Task } from './maintenance.model.js';

/** Moves the task to another day. */
export function RescheduleForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const reschedule = useCommand('maintenance', 'post', '/maintenance-tasks/{taskId}/reschedule');
  return (
    <CommandForm
      command={reschedule}
      input={({ dueOn }: { readonly dueOn: string }) => ({
        taskId: task.id,
        version: task.version,
        body: { dueOn },
      })}
      submit={t('maintenance.submitReschedule')}
      refused={t('maintenance.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ dueOn: task.dueOn ?? '' }}
      className="inner-form"
    >
      <Form.Item
        name="dueOn"
        label={t('maintenance.newDay')}
        extra={t('maintenance.newDayHint')}
        rules={[{ required: true, message: t('maintenance.dayRequired') }]}
      >
        <DateInput />
      </Form.Item>
    </CommandForm>
  );
}
