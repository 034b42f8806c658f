import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FindableKind, type NamedParty, PartyPicker } from '../../../session/party-picker.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';

/** Who may bear costs. */
export const bearers: readonly FindableKind[] = ['union', 'enterprise'];
const partiesMax = 50;

export function PartiesField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="parties"
      label={t('money.costPool.sharing.who')}
      extra={t('money.costPool.sharing.whoHint')}
      rules={[
        {
          validator: (_rule, chosen: readonly NamedParty[] = []) =>
            chosen.length >= 2
              ? Promise.resolve()
              : Promise.reject(new Error(t('money.costPool.sharing.whoRequired'))),
        },
      ]}
    >
      <SharingParties label={t('money.costPool.sharing.who')} />
    </Form.Item>
  );
}

interface SharingPartiesProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly NamedParty[];
  readonly onChange?: (parties: readonly NamedParty[]) => void;
}

function SharingParties({ id, label, value = [], onChange }: SharingPartiesProps) {
  const { t } = useTranslation();
  const add = (party: NamedParty): void => {
    if (!value.some((one) => keyOf(one) === keyOf(party))) onChange?.([...value, party]);
  };
  return (
    <>
      <ul className="plain-list">
        {value.map((party) => (
          <li key={keyOf(party)} className="picked">
            <span>{party.name}</span>
            <Button
              aria-label={t('money.costPool.sharing.remove', { name: party.name })}
              onClick={() => onChange?.(value.filter((one) => one !== party))}
            >
              {t('money.costPool.sharing.removeShort')}
            </Button>
          </li>
        ))}
      </ul>
      {value.length < partiesMax && (
        <PartyPicker {...(id === undefined ? {} : { id })} label={label} kinds={bearers} onPick={add} />
      )}
    </>
  );
}
