import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { CostPool } from './cost-pool.model.js';
import { useReturnPool } from './use-cost-pool.js';

const returnFields = ['reason'];

export function ReturnPool({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const giveBack = useReturnPool(pool.id, pool.version);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={giveBack.isPending}
      onFinish={({ reason }) =>
        giveBack.mutate(reason.trim(), { onError: (error) => showErrors(form, error, returnFields) })
      }
    >
      <Form.Item
        name="reason"
        label={t('money.costPool.steps.returnReason')}
        extra={t('money.costPool.steps.returnHint')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {giveBack.isError && (
        <Refusal title={t('money.costPool.steps.refused')} error={giveBack.error} fields={returnFields} />
      )}
      <Button htmlType="submit" loading={giveBack.isPending}>
        {t('money.costPool.steps.return')}
      </Button>
    </Form>
  );
}
