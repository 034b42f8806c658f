import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Payment } from './payment.model.js';
import { useConfirmSent, useFailPayment } from './use-payments.js';

interface FormProps {
  readonly payment: Payment;
}

const sentFields = ['bankReference'];

export function ConfirmSent({ payment }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ bankReference: string }>();
  const confirm = useConfirmSent(payment.id, payment.version);
  return (
    <Form
      form={form}
      // Several payments stand on one page: their fields need names of their own.
      name={`sent-${payment.id}`}
      layout="vertical"
      requiredMark={false}
      disabled={confirm.isPending}
      onFinish={({ bankReference }) =>
        confirm.mutate(bankReference.trim(), { onError: (error) => showErrors(form, error, sentFields) })
      }
    >
      <Form.Item
        name="bankReference"
        label={t('money.payment.bankReference')}
        extra={t('money.payment.bankReferenceHint')}
        rules={[{ required: true, whitespace: true, message: t('money.payment.bankReferenceRequired') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {confirm.isError && (
        <Refusal title={t('money.payment.refused')} error={confirm.error} fields={sentFields} />
      )}
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {t('money.payment.confirmSent')}
      </Button>
    </Form>
  );
}

const failFields = ['reason'];

export function FailForm({ payment }: FormProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const fail = useFailPayment(payment.id, payment.version);
  const { payer, payee } = payment;
  const question = { payer: payer.name, payee: payee.name, amount: money(payment.amount) };
  const send = (): void => fail.mutate(reason, { onError: (error) => showErrors(form, error, failFields) });
  return (
    <Form form={form} name={`fail-${payment.id}`} layout="vertical" requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('money.payment.fail.reasonHint')} />
      </Form.Item>
      {fail.isError && <Refusal title={t('money.payment.refused')} error={fail.error} fields={failFields} />}
      <ConfirmButton
        danger
        disabled={reason === ''}
        loading={fail.isPending}
        question={t('money.payment.fail.question', question)}
        confirmText={t('money.payment.fail.confirm')}
        onConfirm={send}
      >
        {t('money.payment.fail.submit')}
      </ConfirmButton>
    </Form>
  );
}
