import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { MoneyInput } from '../../../kit/money-input.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { isAmount } from '../cost-item/item-form.js';
import { BillDetails } from './bill-details.js';
import { PartiesField } from './parties-field.js';
import { type BillForm, billOf } from './bill-form.js';
import { SharePreview } from './share-preview.js';

interface ShareBillFormProps {
  readonly onClose: () => void;
}

/** A bill that a few unions share without an activity: how much, who, and what for; the rest is folded. */
export function ShareBillForm({ onClose }: ShareBillFormProps) {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const own = useQuery(unionQuery(unionIdsOf('finance')[0] ?? ''));
  return (
    <section className="card" aria-labelledby="share-bill-title">
      <h2 id="share-bill-title">{t('money.costPool.sharing.title')}</h2>
      <p className="hint">{t('money.costPool.sharing.hint')}</p>
      <Loaded query={own}>
        {({ id, name }) => <BillFields own={{ kind: 'union', id, name }} onClose={onClose} />}
      </Loaded>
    </section>
  );
}

function BillFields({ own, onClose }: ShareBillFormProps & { readonly own: NamedParty }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const share = useCommand('costPool', 'post', '/shared-bills');
  return (
    <CommandForm
      name="share-bill"
      command={share}
      input={(values: BillForm) => {
        const body = billOf(values);
        return body === null ? null : { body };
      }}
      submit={t('money.costPool.sharing.submit')}
      refused={t('money.costPool.sharing.refused')}
      onDone={({ id }) => void navigate(`/cost-pools/${id}`)}
      onCancel={onClose}
      cancel={t('money.costPool.sharing.cancelForm')}
      initialValues={{ parties: [own], payer: own, how: 'equal', incomeKind: 'dues', expenseCode: '1.5' }}
    >
      <Form.Item
        name="amount"
        label={t('money.costPool.sharing.amount')}
        rules={[
          {
            validator: (_rule, text: string | undefined) =>
              isAmount(text) ? Promise.resolve() : Promise.reject(new Error(t('money.amountInvalid'))),
          },
        ]}
      >
        <MoneyInput />
      </Form.Item>
      <PartiesField />
      <Form.Item
        name="title"
        label={t('money.costPool.sharing.what')}
        rules={[{ required: true, whitespace: true, message: t('money.costPool.sharing.whatRequired') }]}
      >
        <Input maxLength={100} placeholder={t('money.costPool.sharing.whatHint')} />
      </Form.Item>
      <SharePreview />
      <BillDetails />
    </CommandForm>
  );
}
