import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { expenseCodes, incomeKinds } from '../../../api/accounting.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { LoadingState } from '../../../kit/states.js';
import { type CostItem, type CostPool } from '../cost-pool/cost-pool.model.js';
import { isAmount, type ItemForm, itemOf, likelyItem } from './item-form.js';
import { PayerField } from './payer-field.js';
import { ReceiptField } from '../cost-pool/receipt-field.js';
import { Input } from '../../../kit/input.js';
import { useOffices } from '../../../session/use-offices.js';
import { lazyPart } from '../../../kit/lazy-part.js';

const UseFields = lazyPart('UseFields', () => import('../fund-rule/use-fields.js'), {
  rows: 1,
  texts: ['fundRule'],
});

interface AddItemFormProps {
  readonly pool: CostPool;
  readonly onAdded: (item: CostItem) => void;
  readonly onClose: () => void;
}

/** Records a bill: payer, purpose, amount, fund and receipt. What the agreement says of the costs is filled in. */
export function AddItemForm(props: AddItemFormProps) {
  const { agreementId } = props.pool;
  const agreement = useRead(
    'agreement',
    '/agreements/{agreementId}',
    agreementId === null ? undefined : { agreementId },
  );
  // A reader to whom the agreement is not shown fills in everything.
  if (agreement.isLoading) return <LoadingState rows={6} />;
  return <ItemFields {...props} terms={agreement.data?.terms ?? null} />;
}

interface ItemFieldsProps extends AddItemFormProps {
  readonly terms: Parameters<typeof likelyItem>[2];
}

function ItemFields({ pool, terms, onAdded, onClose }: ItemFieldsProps) {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const add = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/items');
  return (
    <section aria-labelledby="add-item-title" className="add-item">
      <h3 id="add-item-title">{t('money.costPool.addItem.title')}</h3>
      <CommandForm
        command={add}
        input={(values: ItemForm) => {
          const body = itemOf(values);
          return body === null ? null : { costPoolId: pool.id, body };
        }}
        submit={t('money.costPool.addItem.submit')}
        refused={t('money.costPool.addItem.refused')}
        onDone={onAdded}
        onCancel={onClose}
        cancel={t('money.costPool.addItem.cancel')}
        draft={`cost-item.${pool.id}`}
        initialValues={likelyItem(pool, unionIdsOf('officer', 'organiser', 'finance'), terms)}
      >
        <PayerField pool={pool} />
        <WhatAndHowMuch />
        <Kinds />
        <UseFields />
        <ReceiptFields />
      </CommandForm>
    </section>
  );
}

function WhatAndHowMuch() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="title"
        label={t('money.costPool.addItem.name')}
        rules={[{ required: true, whitespace: true, message: t('money.costPool.addItem.nameRequired') }]}
      >
        <Input maxLength={200} placeholder={t('money.costPool.addItem.nameHint')} />
      </Form.Item>
      <Form.Item
        name="amount"
        label={t('money.amountYuan')}
        rules={[
          {
            validator: (_rule, text: string | undefined) =>
              isAmount(text) ? Promise.resolve() : Promise.reject(new Error(t('money.amountInvalid'))),
          },
        ]}
      >
        <MoneyInput />
      </Form.Item>
    </div>
  );
}

function Kinds() {
  const { t } = useTranslation();
  const none = { value: '' as const, label: t('money.costPool.addItem.payerChoose') };
  return (
    <div className="two-columns">
      <Form.Item
        name="incomeKind"
        label={t('money.costPool.addItem.fund')}
        rules={[{ required: true, message: t('money.costPool.addItem.fundRequired') }]}
      >
        <Choice
          options={[none, ...incomeKinds.map((kind) => ({ value: kind, label: t(`money.fund.${kind}`) }))]}
        />
      </Form.Item>
      <Form.Item
        name="expenseCode"
        label={t('money.costPool.addItem.expense')}
        rules={[{ required: true, message: t('money.costPool.addItem.expenseRequired') }]}
      >
        <Choice
          options={[
            none,
            ...expenseCodes.map((code) => ({ value: code, label: t(`money.expense.${code}`) })),
          ]}
        />
      </Form.Item>
    </div>
  );
}

function ReceiptFields() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name={['receipt', 'invoiceNumber']}
        label={t('money.costPool.addItem.invoice')}
        extra={t('money.costPool.addItem.invoiceHint')}
        rules={[{ required: true, whitespace: true, message: t('money.costPool.addItem.invoiceRequired') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['receipt', 'fileKey']}
        // The field itself says why it refused a file.
        validateTrigger="onSubmit"
        label={t('money.costPool.addItem.receipt')}
        extra={t('money.costPool.addItem.receiptHint')}
        rules={[{ required: true, message: t('money.costPool.addItem.receiptRequired') }]}
      >
        <ReceiptField />
      </Form.Item>
    </div>
  );
}
