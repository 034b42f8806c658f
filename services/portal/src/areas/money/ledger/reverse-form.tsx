import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Entry, useReverseEntry } from './use-ledger.js';

const fields = ['reason'];

export function ReverseForm({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const reverse = useReverseEntry(entry.id);
  const send = (): void =>
    reverse.mutate(reason, {
      onSuccess: ({ id }) => void navigate(`/ledger/entries/${id}`),
      onError: (error) => showErrors(form, error, fields),
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('money.entry.reverse.reasonHint')} />
      </Form.Item>
      {reverse.isError && (
        <Refusal title={t('money.entry.reverse.refused')} error={reverse.error} fields={fields} />
      )}
      <ConfirmButton
        danger
        disabled={reason === ''}
        loading={reverse.isPending}
        question={t('money.entry.reverse.question', { title: entry.title })}
        confirmText={t('money.entry.reverse.confirm')}
        onConfirm={send}
      >
        {t('money.entry.reverse.submit')}
      </ConfirmButton>
    </Form>
  );
}
