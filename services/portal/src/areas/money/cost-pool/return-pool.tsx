import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { CostPool } from './cost-pool.model.js';

export function ReturnPool({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const returnPool = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/return');
  return (
    <CommandForm
      // The form that lets a breach pass may stand on the same page: fields of one name need a form's before it.
      name="return"
      command={returnPool}
      input={({ reason }: { readonly reason: string }) => ({
        costPoolId: pool.id,
        version: pool.version,
        body: { reason: reason.trim() },
      })}
      submit={t('money.costPool.steps.return')}
      refused={t('money.costPool.steps.refused')}
      secondary
    >
      <Form.Item
        name="reason"
        label={t('money.costPool.steps.returnReason')}
        extra={t('money.costPool.steps.returnHint')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
