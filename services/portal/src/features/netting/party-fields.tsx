import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { useAccounts } from '../ledger/use-ledger.js';

/** Who has an account: only these can owe or be owed anything. */
function useAccountParties(): { readonly value: string; readonly label: string }[] {
  const { items } = useAccounts(undefined);
  const names = new Map((items ?? []).map(({ party }) => [keyOf(party), party.name]));
  return [...names].map(([value, label]) => ({ value, label }));
}

export function HubField() {
  const { t } = useTranslation();
  const parties = useAccountParties();
  return (
    <Form.Item
      name="hub"
      label={t('money.netting.propose.hub')}
      rules={[{ required: true, message: t('money.netting.propose.hubRequired') }]}
    >
      <Choice<string> options={[{ value: '', label: t('money.choose') }, ...parties]} />
    </Form.Item>
  );
}

/** E74: a run may take a chosen set; the others stay untouched. */
export function PartiesField() {
  const { t } = useTranslation();
  const parties = useAccountParties();
  return (
    <Form.Item
      name="parties"
      label={t('money.netting.propose.onlySome')}
      extra={t('money.netting.propose.onlySomeHint')}
      rules={[
        {
          validator: (_rule, chosen: readonly string[] | undefined) =>
            chosen?.length === 1
              ? Promise.reject(new Error(t('money.netting.propose.someRequired')))
              : Promise.resolve(),
        },
      ]}
    >
      <Checkbox.Group options={parties} className="party-choices" />
    </Form.Item>
  );
}
