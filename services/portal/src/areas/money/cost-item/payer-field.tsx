import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { type FindableKind, PickedParty } from '../../../session/party-picker.js';
import { type CostPool, payersOf } from '../cost-pool/cost-pool.model.js';
import { anyOrganisation } from './item-form.js';

const organisations: readonly FindableKind[] = ['organisation'];

/** The payer: a party of the agreement, or an organisation that is still to be paid. */
export function PayerField({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const payer = Form.useWatch<string | undefined>('payer');
  return (
    <>
      <Form.Item
        name="payer"
        label={t('money.costPool.addItem.payer')}
        rules={[{ required: true, message: t('money.costPool.addItem.payerRequired') }]}
      >
        <Choice<string>
          options={[
            { value: '', label: t('money.costPool.addItem.payerChoose') },
            ...payersOf(pool).map(({ key, name }) => ({ value: key, label: name })),
            { value: anyOrganisation, label: t('money.costPool.addItem.payerOrganisation') },
          ]}
        />
      </Form.Item>
      {payer === anyOrganisation && <OrganisationField />}
    </>
  );
}

function OrganisationField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="organisation"
      label={t('money.costPool.addItem.payerOrganisation')}
      rules={[{ required: true, message: t('money.costPool.addItem.payerRequired') }]}
    >
      <PickedParty label={t('money.costPool.addItem.organisationFind')} kinds={organisations} />
    </Form.Item>
  );
}
