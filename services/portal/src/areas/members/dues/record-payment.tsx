import { Alert, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import type { Dues } from './dues-facts.js';
import { amountRule, moneyOf, receiptOf, today } from './dues-form.js';

interface Values {
  readonly amount: string;
  readonly paidOn: string;
  readonly note?: string;
}

/** Records what one member has paid, and shows the number of the receipt. */
export function RecordPayment({ dues: { memberId, arrears } }: { readonly dues: Dues }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const [receipt, setReceipt] = useState<string | null>(null);
  const pay = useCommand('duesPayment', 'post', '/members/{memberId}/dues-payments');
  const owes = BigInt(arrears.amount) > 0n;
  return (
    <section className="card" aria-labelledby="pay-title">
      <h2 id="pay-title">{t('dues.pay.title')}</h2>
      {receipt !== null && <Alert type="success" showIcon role="status" className="notice" title={receipt} />}
      <CommandForm
        name="dues-payment"
        form={form}
        command={pay}
        input={({ amount, paidOn, note }: Values) => ({
          memberId,
          body: { amount: moneyOf(amount), paidOn, note: note?.trim() || null },
        })}
        submit={t('dues.pay.submit')}
        done={null}
        refused={t('dues.refused')}
        onDone={(made) => {
          const amount = format.money(made.amount);
          setReceipt(t('dues.pay.done', { amount, receipt: receiptOf(made) }));
          form.setFieldsValue({ amount: '', note: '' });
        }}
        initialValues={{ amount: owes ? yuanOf(arrears.amount) : '', paidOn: today() }}
      >
        <div className="two-columns">
          <Form.Item name="amount" label={t('dues.pay.amount')} rules={[amountRule(t('dues.amountInvalid'))]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item
            name="paidOn"
            label={t('dues.pay.paidOn')}
            rules={[{ required: true, message: t('dues.pay.paidOnRequired') }]}
          >
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t('dues.pay.note')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
