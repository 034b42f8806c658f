import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { Entry } from './ledger.model.js';

export function ReverseForm({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reverse = useCommand('entry', 'post', '/ledger/entries/{entryId}/reverse');
  return (
    <CommandForm
      command={reverse}
      input={({ reason }: { readonly reason: string }) => ({
        entryId: entry.id,
        body: { reason: reason.trim() },
      })}
      submit={t('money.entry.reverse.submit')}
      refused={t('money.entry.reverse.refused')}
      confirm={{
        question: t('money.entry.reverse.question', { title: entry.title }),
        text: t('money.entry.reverse.confirm'),
      }}
      danger
      onDone={({ id }) => void navigate(`/ledger/entries/${id}`)}
    >
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('money.entry.reverse.reasonHint')} />
      </Form.Item>
    </CommandForm>
  );
}
