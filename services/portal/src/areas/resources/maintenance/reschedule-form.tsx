import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../kit/date-input.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { type Task, useReschedule } from './use-maintenance.js';

interface Values {
  readonly dueOn: string;
}

const fields = ['dueOn'];

/** On which other day it is to be done. */
export function RescheduleForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const reschedule = useReschedule(task);
  const submit = ({ dueOn }: Values): void =>
    reschedule.mutate(dueOn, {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, fields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={reschedule.isPending}
      initialValues={{ dueOn: task.dueOn ?? '' }}
      onFinish={submit}
    >
      <Form.Item
        name="dueOn"
        label={t('maintenance.newDay')}
        extra={t('maintenance.newDayHint')}
        rules={[{ required: true, message: t('maintenance.dayRequired') }]}
      >
        <DateInput />
      </Form.Item>
      {reschedule.isError && (
        <Refusal title={t('maintenance.refused')} error={reschedule.error} fields={fields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={reschedule.isPending}>
          {t('maintenance.submitReschedule')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
