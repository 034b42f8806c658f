import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type CoHost, useDeclineInvitation } from '../hosts/use-co-hosts.js';

interface DeclineFormProps {
  readonly invitation: CoHost;
  readonly onBack: () => void;
}

export function DeclineForm({ invitation, onBack }: DeclineFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const decline = useDeclineInvitation(invitation);
  const send = ({ reason }: { reason: string }): void =>
    decline.mutate(reason.trim(), { onError: (error) => showErrors(form, error, ['reason']) });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <Form.Item
        name="reason"
        label={t('coHost.declineReason')}
        rules={[{ required: true, whitespace: true, message: t('coHost.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {decline.isError && (
        <Refusal title={t('coHost.notDeclined')} error={decline.error} fields={['reason']} />
      )}
      <div className="actions">
        <Button danger type="primary" htmlType="submit" loading={decline.isPending}>
          {t('coHost.decline')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
