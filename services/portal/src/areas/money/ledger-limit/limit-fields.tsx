import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';

/** An optional amount and the reason. */
export function LimitFields({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  const isAmount = (_rule: unknown, text = ''): Promise<void> =>
    text.trim() === '' || fenOf(text) !== null
      ? Promise.resolve()
      : Promise.reject(new Error(t('strictLedger.limit.amountInvalid')));
  return (
    <>
      <Form.Item name="limit" label={label} rules={[{ validator: isAmount }]}>
        <MoneyInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('strictLedger.reason')}
        rules={[{ required: true, whitespace: true, message: t('strictLedger.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

/** The typed amount as the request has it; null for none. */
export function limitOf(text = ''): { amount: string; currency: 'CNY' } | null {
  const fen = fenOf(text);
  return fen === null ? null : { amount: fen, currency: 'CNY' };
}
