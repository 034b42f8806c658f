import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { type NamedParty, PartyPicker, PickedParty } from '../../../session/party-picker.js';
import { withParty } from './run-form.model.js';

export function HubField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="hub"
      label={t('money.netting.propose.hub')}
      rules={[{ required: true, message: t('money.netting.propose.hubRequired') }]}
    >
      <PickedParty label={t('money.netting.propose.hub')} />
    </Form.Item>
  );
}

/** E74: a run may take a chosen set; the others stay untouched. */
export function PartiesField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="parties"
      label={t('money.netting.propose.onlySome')}
      extra={t('money.netting.propose.onlySomeHint')}
      rules={[
        {
          validator: (_rule, chosen: readonly NamedParty[] | undefined) =>
            chosen?.length === 1
              ? Promise.reject(new Error(t('money.netting.propose.someRequired')))
              : Promise.resolve(),
        },
      ]}
    >
      <PickedParties label={t('money.netting.propose.onlySome')} />
    </Form.Item>
  );
}

/** The debts of these parties stay out of the run. */
export function ExcludedField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="excluded" label={t('settling.run.excluded')} extra={t('settling.run.excludedHint')}>
      <PickedParties label={t('settling.run.excluded')} />
    </Form.Item>
  );
}

interface PickedPartiesProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly NamedParty[];
  readonly onChange?: (parties: readonly NamedParty[]) => void;
}

function PickedParties({ id, label, value = [], onChange }: PickedPartiesProps) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list">
        {value.map((party) => (
          <li key={`${party.kind}:${party.id}`} className="picked">
            {party.name}
            <Button
              aria-label={t('money.netting.propose.removeNamed', { name: party.name })}
              onClick={() => onChange?.(value.filter((one) => one !== party))}
            >
              {t('money.netting.propose.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <PartyPicker
        {...(id === undefined ? {} : { id })}
        label={label}
        onPick={(party) => onChange?.(withParty(value, party))}
      />
    </>
  );
}
