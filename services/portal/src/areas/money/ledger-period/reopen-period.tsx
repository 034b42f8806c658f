import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';

export function ReopenPeriod({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const reopen = useCommand('ledgerPeriod', 'post', '/ledger/periods/{month}/reopen');
  return (
    <CommandForm
      command={reopen}
      input={({ reason }: { readonly reason: string }) => ({ month, body: { reason: reason.trim() } })}
      submit={t('strictLedger.period.reopenOf', { month })}
      refused={t('strictLedger.refused')}
      confirm={{
        question: t('strictLedger.period.reopenQuestion', { month }),
        text: t('strictLedger.period.reopen'),
      }}
      danger
    >
      <Form.Item
        name="reason"
        label={t('strictLedger.reason')}
        rules={[{ required: true, whitespace: true, message: t('strictLedger.reasonRequired') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
