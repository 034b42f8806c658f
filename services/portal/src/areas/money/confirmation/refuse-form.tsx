import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { Confirmation } from './confirmation.model.js';

/** Why the party bears nothing of a shared bill: the whole bill goes back to who has paid it. */
export function RefuseForm({ confirmation }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  const refuse = useCommand('confirmation', 'post', '/confirmations/{confirmationId}/refuse');
  return (
    <CommandForm
      name="refuse"
      command={refuse}
      input={({ reason }: { readonly reason: string }) => ({
        confirmationId: confirmation.id,
        version: confirmation.version,
        body: { reason: reason.trim() },
      })}
      submit={t('confirmation.refuse.submit')}
      refused={t('confirmation.refused')}
      confirm={{ question: t('confirmation.refuse.question'), text: t('confirmation.refuse.yes') }}
      danger
    >
      <p className="hint">{t('confirmation.refuse.hint')}</p>
      <Form.Item
        name="reason"
        label={t('confirmation.refuse.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
