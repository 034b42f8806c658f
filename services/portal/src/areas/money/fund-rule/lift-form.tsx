import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import type { Breach } from './fund-rule.model.js';

interface LiftFormProps {
  readonly pool: Pick<CostPool, 'id' | 'version'>;
  readonly breach: Breach;
  readonly onLifted: () => void;
  readonly onClose: () => void;
}

/** Lets one breach pass, for a reason that everybody who sees the pool will read. */
export function LiftForm({ pool, breach, onLifted, onClose }: LiftFormProps) {
  const { t } = useTranslation();
  const lift = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/fund-rule-overrides');
  const { itemId, setId, ruleKey, kind, itemTitle } = breach;
  return (
    <CommandForm
      name="lift"
      command={lift}
      input={({ reason }: { readonly reason: string }) => ({
        costPoolId: pool.id,
        version: pool.version,
        body: { itemId, setId, ruleKey, reason: reason.trim() },
      })}
      submit={t('fundRule.check.liftYes')}
      refused={t('fundRule.check.refused')}
      onDone={onLifted}
      onCancel={onClose}
      cancel={t('fundRule.check.cancel')}
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
    </CommandForm>
  );
}
