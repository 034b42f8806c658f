import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { CoHost } from '../hosts/use-co-hosts.js';

interface DeclineFormProps {
  readonly invitation: CoHost;
  readonly onBack: () => void;
}

export function DeclineForm({ invitation, onBack }: DeclineFormProps) {
  const { t } = useTranslation();
  const decline = useCommand('coHost', 'post', '/co-host-invitations/{invitationId}/decline');
  return (
    <CommandForm
      command={decline}
      input={({ reason }: { readonly reason: string }) => ({
        invitationId: invitation.id,
        version: invitation.version,
        body: { reason: reason.trim() },
      })}
      submit={t('coHost.decline')}
      refused={t('coHost.notDeclined')}
      danger
      onCancel={onBack}
    >
      <Form.Item
        name="reason"
        label={t('coHost.declineReason')}
        rules={[{ required: true, whitespace: true, message: t('coHost.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
