import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { stockMax } from './lent-quantity.js';
import { type Counting, countings } from './piece.model.js';

/** How a new resource is counted, and the quantity of a stock. */
export function CountingFields() {
  const { t } = useTranslation();
  const counting = Form.useWatch<Counting | undefined>('counting') ?? 'one';
  return (
    <>
      <Form.Item
        name="counting"
        label={t('resource.form.counting')}
        extra={t('resource.form.countingHint')}
        initialValue="one"
      >
        <Choice<Counting>
          options={countings.map((value) => ({ value, label: t(`resource.form.countings.${value}`) }))}
        />
      </Form.Item>
      {counting === 'stock' && <QuantityField />}
    </>
  );
}

export function QuantityField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="quantity"
      label={t('resource.form.quantity')}
      extra={t('resource.form.quantityHint')}
      rules={[wholeNumberRule(1, stockMax, t('resource.form.quantityRequired'))]}
    >
      <Input inputMode="numeric" maxLength={6} autoComplete="off" />
    </Form.Item>
  );
}
