import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { NettingRun } from './netting.model.js';

export function WithdrawForm({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const withdraw = useCommand('nettingRun', 'post', '/netting-runs/{nettingRunId}/withdraw');
  return (
    <CommandForm
      command={withdraw}
      input={({ reason }: { readonly reason: string }) => ({
        nettingRunId: run.id,
        version: run.version,
        body: { reason: reason.trim() },
      })}
      submit={t('settling.run.withdraw.submit')}
      refused={t('settling.run.withdraw.refused')}
      confirm={{
        question: t('settling.run.withdraw.question'),
        text: t('settling.run.withdraw.confirm'),
      }}
      danger
    >
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('settling.run.withdraw.reasonHint')} />
      </Form.Item>
    </CommandForm>
  );
}
