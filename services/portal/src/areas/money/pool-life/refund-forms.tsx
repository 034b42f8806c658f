import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { type Refund, seenOf } from './pool-life.model.js';

interface ReasonForm {
  readonly reason: string;
}

export function ReturnRefund({ refund }: { readonly refund: Refund }) {
  const { t } = useTranslation();
  const returnRefund = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/refunds/{refundId}/return');
  return (
    <CommandForm
      // Several refunds stand on one page: their fields need names of their own.
      name={`return-${refund.id}`}
      command={returnRefund}
      input={({ reason }: ReasonForm) => ({ ...seenOf(refund), body: { reason: reason.trim() } })}
      submit={t('money.costPool.steps.return')}
      refused={t('money.costPool.steps.refused')}
      secondary
      className="pool-act"
    >
      <Reason label={t('money.poolLife.refund.returnReason')} />
    </CommandForm>
  );
}

export function ReverseRefund({ refund }: { readonly refund: Refund }) {
  const { t } = useTranslation();
  const reverse = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/refunds/{refundId}/reverse');
  return (
    <CommandForm
      name={`reverse-${refund.id}`}
      command={reverse}
      input={({ reason }: ReasonForm) => ({ ...seenOf(refund), body: { reason: reason.trim() } })}
      submit={t('money.poolLife.refund.reverse')}
      refused={t('money.costPool.steps.refused')}
      confirm={{
        question: t('money.poolLife.refund.reverseQuestion'),
        text: t('money.poolLife.refund.reverse'),
      }}
      danger
      className="pool-act"
    >
      <Reason label={t('money.poolLife.refund.reverseReason')} />
    </CommandForm>
  );
}

function Reason({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
    >
      <Input maxLength={500} />
    </Form.Item>
  );
}
