import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../i18n/format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from './resource-filters.js';
import { useBlock } from './use-resource.js';

interface BlockValues {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly quantity?: string;
}

const fields = ['from', 'to', 'reason', 'quantity'];

interface BlockFormProps {
  readonly resource: Resource;
  readonly onDone: () => void;
}

export function BlockForm({ resource, onDone }: BlockFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BlockValues>();
  const block = useBlock(resource.id);
  const submit = ({ from, to, reason, quantity }: BlockValues): void => {
    const count = wholeNumberOf(quantity, 1, resource.quantity);
    const body = { from: instantOf(from), to: instantOf(to), reason: reason.trim() };
    block.mutate(
      { ...body, ...(count === null ? {} : { quantity: count }) },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  };
  const required = [{ required: true, whitespace: true, message: t('resource.block.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={block.isPending}
      onFinish={submit}
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
      {block.isError && <Refusal title={t('resource.block.refused')} error={block.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={block.isPending}>
          {t('resource.block.submit')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

/** Of what is counted only some may be out of service; left empty it is all of it. */
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
