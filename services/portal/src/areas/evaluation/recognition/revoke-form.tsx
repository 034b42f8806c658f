import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Recognition } from './recognition.model.js';

export function RevokeForm({ recognition }: { readonly recognition: Recognition }) {
  const { t } = useTranslation();
  const revoke = useCommand('recognition', 'post', '/recognitions/{recognitionId}/revoke');
  return (
    <CommandForm
      command={revoke}
      input={({ reason }: { readonly reason: string }) => ({
        recognitionId: recognition.id,
        version: recognition.version,
        body: { reason: reason.trim() },
      })}
      submit={t('recognition.revoke')}
      refused={t('recognition.notRevoked')}
      confirm={{
        question: <p>{t('recognition.revokeAsk', { name: recognition.subjectName })}</p>,
        text: t('recognition.revoke'),
      }}
      danger
      name={`revoke-${recognition.id}`}
    >
      <Form.Item
        name="reason"
        label={t('recognition.revokeWhy')}
        rules={[{ required: true, whitespace: true, message: t('rankingLife.required') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
