import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from '../resource/resource-filters.js';

/** How many to borrow of a counted resource; nothing for a single one. */
export function LentField({ resource: { counting, quantity } }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  if (counting !== 'pieces' && counting !== 'stock') return null;
  const max = Math.max(1, quantity);
  return (
    <Form.Item
      name="quantity"
      label={t('stock.lent')}
      extra={t('stock.lentHint', { count: quantity })}
      initialValue="1"
      rules={[wholeNumberRule(1, max, t('stock.lentRule', { max }))]}
    >
      <Input inputMode="numeric" maxLength={6} autoComplete="off" />
    </Form.Item>
  );
}
