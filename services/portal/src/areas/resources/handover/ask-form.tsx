import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Loan } from '../loan/loan-desk.js';
import { useAskExtension } from './use-handovers.js';

const fields = ['endsAt', 'reason'];

interface AskFormProps {
  readonly loan: Loan;
  readonly onClose: () => void;
}

/** Until when, and why. */
export function AskForm({ loan, onClose }: AskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ endsAt: string; reason?: string }>();
  const ask = useAskExtension(loan.id);
  const submit = ({ endsAt, reason }: { endsAt: string; reason?: string }): void => {
    const words = (reason ?? '').trim();
    ask.mutate(
      { endsAt: instantOf(endsAt), reason: words === '' ? null : words },
      { onSuccess: onClose, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form
      form={form}
      name="ask-extension"
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={ask.isPending}
      initialValues={{ endsAt: localTimeOf(loan.endsAt) }}
      onFinish={submit}
    >
      <Form.Item
        name="endsAt"
        label={t('extension.newEnd')}
        extra={t('extension.newEndHint')}
        rules={[{ required: true, message: t('extension.newEndRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={t('extension.reason')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {ask.isError && <Refusal title={t('extension.notAsked')} error={ask.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('extension.send')}
        </Button>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
