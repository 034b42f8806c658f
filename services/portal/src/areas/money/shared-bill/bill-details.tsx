import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { expenseCodes, incomeKinds } from '../../../api/accounting.js';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { ReceiptField } from '../cost-pool/receipt-field.js';
import { bearers } from './parties-field.js';
import { type BillForm, isWholeReceipt, weightPattern } from './bill-form.js';

/** What is usually as it is: who paid, how it is split, the day, the kind of expense and the receipt. */
export function BillDetails() {
  const { t } = useTranslation();
  return (
    <details className="money-fold">
      <summary>{t('money.costPool.sharing.more')}</summary>
      <Form.Item
        name="payer"
        label={t('money.costPool.sharing.payer')}
        extra={t('money.costPool.sharing.payerHint')}
        rules={[{ required: true, message: t('money.costPool.sharing.payerRequired') }]}
      >
        <PickedParty label={t('money.costPool.sharing.payer')} kinds={bearers} />
      </Form.Item>
      <How />
      <Form.Item name="spentOn" label={t('money.costPool.sharing.day')}>
        <DateInput />
      </Form.Item>
      <Kinds />
      <Receipt />
    </details>
  );
}

function How() {
  const { t } = useTranslation();
  const how = Form.useWatch<BillForm['how']>('how');
  const parties = Form.useWatch<readonly NamedParty[] | undefined>('parties') ?? [];
  return (
    <>
      <Form.Item name="how" label={t('money.costPool.sharing.how')}>
        <Choice
          options={[
            { value: 'equal', label: t('money.costPool.sharing.equal') },
            { value: 'shares', label: t('money.costPool.sharing.shares') },
          ]}
        />
      </Form.Item>
      {how === 'shares' &&
        parties.map((party) => (
          <Form.Item
            key={keyOf(party)}
            name={['weights', keyOf(party)]}
            label={t('money.costPool.sharing.sharesOf', { name: party.name })}
            initialValue="1"
            rules={[{ pattern: weightPattern, message: t('money.costPool.sharing.sharesInvalid') }]}
          >
            <Input inputMode="numeric" autoComplete="off" maxLength={7} />
          </Form.Item>
        ))}
    </>
  );
}

function Kinds() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item name="incomeKind" label={t('money.costPool.addItem.fund')}>
        <Choice options={incomeKinds.map((kind) => ({ value: kind, label: t(`money.fund.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="expenseCode" label={t('money.costPool.addItem.expense')}>
        <Choice options={expenseCodes.map((code) => ({ value: code, label: t(`money.expense.${code}`) }))} />
      </Form.Item>
    </div>
  );
}

function Receipt() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<BillForm>();
  return (
    <div className="two-columns">
      <Form.Item
        name={['receipt', 'invoiceNumber']}
        label={t('money.costPool.addItem.invoice')}
        dependencies={[['receipt', 'fileKey']]}
        rules={[
          {
            validator: () =>
              isWholeReceipt(form.getFieldValue('receipt') as BillForm['receipt'])
                ? Promise.resolve()
                : Promise.reject(new Error(t('money.costPool.sharing.invoiceWithFile'))),
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['receipt', 'fileKey']}
        label={t('money.costPool.addItem.receipt')}
        extra={t('money.costPool.sharing.receiptHint')}
      >
        <ReceiptField />
      </Form.Item>
    </div>
  );
}
