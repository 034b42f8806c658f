import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type CoHost, useCounterInvitation } from '../hosts/use-co-hosts.js';

interface CounterFormProps {
  readonly invitation: CoHost;
  readonly onDone: () => void;
}

const fields = ['note'];

/** Yes, but on other terms. */
export function CounterForm({ invitation, onDone }: CounterFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ note: string }>();
  const counter = useCounterInvitation(invitation);
  const send = ({ note }: { note: string }): void =>
    counter.mutate(note.trim(), { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) });
  return (
    <Form
      form={form}
      name={`counter-${invitation.id}`}
      layout="vertical"
      requiredMark={false}
      onFinish={send}
    >
      <Form.Item
        name="note"
        label={t('counter.note')}
        extra={t('counter.hint')}
        rules={[{ required: true, whitespace: true, message: t('counter.noteRequired') }]}
      >
        <TextArea rows={3} maxLength={1000} placeholder={t('counter.noteExample')} />
      </Form.Item>
      {counter.isError && <Refusal title={t('counter.notSent')} error={counter.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={counter.isPending}>
          {t('counter.send')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
