import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { type Breach, useLiftRule } from './use-fund-rules.js';

interface LiftFormProps {
  readonly pool: Pick<CostPool, 'id' | 'version'>;
  readonly breach: Breach;
  readonly onLifted: () => void;
  readonly onClose: () => void;
}

const fields = ['reason'];

/** Lets one breach pass, for a reason that everybody who sees the pool will read. */
export function LiftForm({ pool, breach, onLifted, onClose }: LiftFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const lift = useLiftRule(pool.id, pool.version);
  const { itemId, setId, ruleKey, kind, itemTitle } = breach;
  const submit = ({ reason }: { readonly reason: string }): void =>
    lift.mutate(
      { itemId, setId, ruleKey, reason: reason.trim() },
      { onSuccess: onLifted, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={lift.isPending}
      onFinish={submit}
      className="fund-breach"
    >
      <h3>{t('fundRule.check.liftTitle', { item: itemTitle ?? '', rule: t(`fundRule.kinds.${kind}`) })}</h3>
      <Form.Item
        name="reason"
        label={t('fundRule.check.liftReason')}
        extra={t('fundRule.check.liftHint')}
        rules={[{ required: true, whitespace: true, message: t('fundRule.check.liftReasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {lift.isError && <Refusal title={t('fundRule.check.refused')} error={lift.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={lift.isPending}>
          {t('fundRule.check.liftYes')}
        </Button>
        <Button onClick={onClose}>{t('fundRule.check.cancel')}</Button>
      </div>
    </Form>
  );
}
