import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { NettingRun } from './netting.model.js';
import { useWithdrawRun } from './use-netting.js';

const fields = ['reason'];

export function WithdrawForm({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch<string | undefined>('reason', form) ?? '').trim();
  const withdraw = useWithdrawRun(run.id, run.version);
  const send = (): void => withdraw.mutate(reason, { onError: (error) => showErrors(form, error, fields) });
  return (
    <Form form={form} layout="vertical" requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('settling.run.withdraw.reasonHint')} />
      </Form.Item>
      {withdraw.isError && (
        <Refusal title={t('settling.run.withdraw.refused')} error={withdraw.error} fields={fields} />
      )}
      <ConfirmButton
        danger
        disabled={reason === ''}
        loading={withdraw.isPending}
        question={t('settling.run.withdraw.question')}
        confirmText={t('settling.run.withdraw.confirm')}
        onConfirm={send}
      >
        {t('settling.run.withdraw.submit')}
      </ConfirmButton>
    </Form>
  );
}
