import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { plainFigure } from '../../../kit/plain-figure.js';
import type { Payment } from './payment.model.js';
import { useDone } from './payment-done.js';

interface FormProps {
  readonly payment: Payment;
}

export function ConfirmSent({ payment }: FormProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const done = useDone();
  const confirm = useCommand('payment', 'post', '/payments/{paymentId}/confirm-sent');
  const question = { payee: payment.payee.name, amount: money(payment.amount) };
  return (
    <CommandForm
      // Several payments stand on one page: their fields need names of their own.
      name={`sent-${payment.id}`}
      command={confirm}
      input={({ bankReference }: { readonly bankReference: string }) => ({
        paymentId: payment.id,
        version: payment.version,
        body: { bankReference: plainFigure(bankReference).trim() },
      })}
      submit={t('money.payment.confirmSent')}
      refused={t('money.payment.refused')}
      confirm={{
        question: t('settling.payment.sentQuestion', question),
        text: t('settling.payment.sentConfirm'),
      }}
      onDone={done}
    >
      <Form.Item
        name="bankReference"
        label={t('money.payment.bankReference')}
        extra={t('money.payment.bankReferenceHint')}
        rules={[{ required: true, whitespace: true, message: t('money.payment.bankReferenceRequired') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

export function FailForm({ payment }: FormProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const fail = useCommand('payment', 'post', '/payments/{paymentId}/fail');
  const { payer, payee } = payment;
  const question = { payer: payer.name, payee: payee.name, amount: money(payment.amount) };
  return (
    <CommandForm
      name={`fail-${payment.id}`}
      command={fail}
      input={({ reason }: { readonly reason: string }) => ({
        paymentId: payment.id,
        version: payment.version,
        body: { reason: reason.trim() },
      })}
      submit={t('money.payment.fail.submit')}
      refused={t('money.payment.refused')}
      confirm={{
        question: t('money.payment.fail.question', question),
        text: t('money.payment.fail.confirm'),
      }}
      danger
    >
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('money.payment.fail.reasonHint')} />
      </Form.Item>
    </CommandForm>
  );
}
