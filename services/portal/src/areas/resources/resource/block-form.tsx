import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from './resource-filters.js';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly quantity?: string;
}

interface BlockFormProps {
  readonly resource: Resource;
  readonly onDone: () => void;
}

export function BlockForm({ resource, onDone }: BlockFormProps) {
  const { t } = useTranslation();
  const block = useCommand('resource', 'post', '/resources/{resourceId}/blocks');
  const required = [{ required: true, whitespace: true, message: t('resource.block.required') }];
  return (
    <CommandForm
      command={block}
      input={({ from, to, reason, quantity }: Values) => {
        const count = wholeNumberOf(quantity, 1, resource.quantity);
        const body = { from: instantOf(from), to: instantOf(to), reason: reason.trim() };
        return { resourceId: resource.id, body: { ...body, ...(count === null ? {} : { quantity: count }) } };
      }}
      submit={t('resource.block.submit')}
      refused={t('resource.block.refused')}
      onDone={onDone}
      onCancel={onDone}
      className="inner-form"
    >
      <div className="two-columns">
        <Form.Item name="from" label={t('resource.block.from')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={t('resource.block.to')} extra={t('common.dateTimeHint')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('resource.block.reason')} rules={required}>
        <Input maxLength={200} placeholder={t('resource.block.reasonExample')} />
      </Form.Item>
      <HowMany resource={resource} />
    </CommandForm>
  );
}

/** Of a counted resource some may be out of service; an empty field means all. */
function HowMany({ resource: { counting, quantity } }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  if (counting !== 'pieces' && counting !== 'stock') return null;
  const rule = wholeNumberRule(1, Math.max(1, quantity), t('stock.lentRule', { max: quantity }));
  const optional = {
    validator: (_rule: unknown, text: unknown): Promise<void> =>
      text === undefined || text === '' ? Promise.resolve() : rule.validator(_rule, text),
  };
  return (
    <Form.Item name="quantity" label={t('stock.blocked')} extra={t('stock.blockedHint')} rules={[optional]}>
      <Input inputMode="numeric" maxLength={6} autoComplete="off" />
    </Form.Item>
  );
}
