import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { type CostPool, payersOf } from './cost-pool.model.js';
import { anyOrganisation } from './item-form.js';
import { useOrganisations } from './use-cost-pool.js';
import { Input } from '../../shell/input.js';

/** Who paid: a party of the agreement, or an organisation that is still to be paid. */
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
  const [q, setQ] = useState('');
  const { data } = useOrganisations(q.trim(), true);
  return (
    <>
      <Input
        type="search"
        value={q}
        maxLength={200}
        aria-label={t('money.costPool.addItem.organisationFind')}
        placeholder={t('money.costPool.addItem.organisationFind')}
        onChange={(event) => setQ(event.target.value)}
      />
      <Form.Item
        name="organisation"
        label={t('money.costPool.addItem.payerOrganisation')}
        rules={[{ required: true, message: t('money.costPool.addItem.payerRequired') }]}
      >
        <Choice<string>
          options={[
            { value: '', label: t('money.costPool.addItem.payerChoose') },
            ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
    </>
  );
}
