import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';

interface WholeFieldProps {
  readonly name: (string | number)[];
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

export function WholeField({ name, label, min, max }: WholeFieldProps) {
  const { t } = useTranslation();
  const message = t('fundRule.use.wholeInvalid', { min, max });
  return (
    <Form.Item name={name} label={label} rules={[wholeNumberRule(min, max, message)]}>
      <Input inputMode="numeric" autoComplete="off" maxLength={7} />
    </Form.Item>
  );
}

export function PriceField({ name }: { readonly name: (string | number)[] }) {
  const { t } = useTranslation();
  const isRead = (text: unknown): boolean => typeof text === 'string' && fenOf(text) !== null;
  return (
    <Form.Item
      name={name}
      label={t('fundRule.use.unit')}
      rules={[
        {
          validator: (_rule, text: unknown) =>
            isRead(text) ? Promise.resolve() : Promise.reject(new Error(t('money.amountInvalid'))),
        },
      ]}
    >
      <MoneyInput />
    </Form.Item>
  );
}
