import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../i18n/format.js';
import { showErrors } from '../../shell/form-errors.js';
import { Input } from '../../shell/input.js';
import { Refusal } from '../../shell/states.js';
import { useBlock } from './use-resource.js';

interface BlockValues {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const fields = ['from', 'to', 'reason'];

interface BlockFormProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

export function BlockForm({ resourceId, onDone }: BlockFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BlockValues>();
  const block = useBlock(resourceId);
  const submit = ({ from, to, reason }: BlockValues): void =>
    block.mutate(
      { from: instantOf(from), to: instantOf(to), reason: reason.trim() },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
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
