import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DataTable } from '../../../kit/data-table.js';
import { DateInput } from '../../../kit/date-input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Arrears, type Dues } from './dues-facts.js';
import { moneyOf, receiptOf, today } from './dues-form.js';

/** So many are recorded in one request. */
const membersMax = 200;

interface BulkPaymentsProps {
  readonly unionId: string;
  readonly onClose: () => void;
}

/** Several members have paid: all of it is recorded, or none. */
export function BulkPayments({ unionId, onClose }: BulkPaymentsProps) {
  const { t } = useTranslation();
  const list = useList('dues', '/dues', { union: unionId }, { limit: membersMax });
  const [receipts, setReceipts] = useState<string | null>(null);
  return (
    <section className="card" aria-labelledby="bulk-title">
      <h2 id="bulk-title">{t('dues.bulk.title')}</h2>
      <p className="hint">{t('dues.bulk.hint', { max: membersMax })}</p>
      {receipts !== null && (
        <Alert type="success" showIcon role="status" className="notice" title={receipts} />
      )}
      <PagedList list={list} empty={{ text: t('dues.empty') }}>
        {(members) => <BulkForm unionId={unionId} members={members} onDone={setReceipts} onClose={onClose} />}
      </PagedList>
    </section>
  );
}

interface BulkFormProps extends BulkPaymentsProps {
  readonly members: readonly Dues[];
  readonly onDone: (receipts: string) => void;
}

interface Values {
  readonly paidOn: string;
  /** In yuan by member; blank: has not paid. */
  readonly amounts: Readonly<Record<string, string | undefined>>;
}

function BulkForm({ unionId, members, onDone, onClose }: BulkFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [isEmpty, setIsEmpty] = useState(false);
  const payAll = useCommand('duesPayment', 'post', '/dues-payments');
  const inputOf = ({ paidOn, amounts }: Values) => {
    const payments = members.flatMap(({ memberId }) => {
      const typed = amounts[memberId]?.trim() ?? '';
      return typed === '' ? [] : [{ memberId, amount: moneyOf(typed) }];
    });
    setIsEmpty(payments.length === 0);
    return payments.length === 0 ? null : { body: { unionId, paidOn, payments } };
  };
  const fillIn = (): void => {
    const owing = members.filter(({ arrears }) => BigInt(arrears.amount) > 0n).slice(0, membersMax);
    const amounts = owing.map(({ memberId, arrears }) => [memberId, yuanOf(arrears.amount)] as const);
    form.setFieldsValue({ amounts: Object.fromEntries(amounts) });
  };
  return (
    <CommandForm
      name="dues-payments"
      form={form}
      command={payAll}
      input={inputOf}
      submit={t('dues.bulk.submit')}
      done={null}
      refused={t('dues.refused')}
      onDone={({ payments }) => {
        const [first, last] = [payments[0], payments.at(-1)];
        if (first === undefined || last === undefined) return;
        const range = { first: receiptOf(first), last: receiptOf(last) };
        onDone(t('dues.bulk.done', { count: payments.length, ...range }));
        form.resetFields();
      }}
      onCancel={onClose}
      cancel={t('dues.bulk.close')}
      initialValues={{ paidOn: today() }}
      actions={<Button onClick={fillIn}>{t('dues.bulk.fillIn')}</Button>}
    >
      <Form.Item
        name="paidOn"
        label={t('dues.pay.paidOn')}
        rules={[{ required: true, message: t('dues.pay.paidOnRequired') }]}
      >
        <DateInput />
      </Form.Item>
      <DataTable
        caption={t('dues.bulk.title')}
        rows={members}
        rowKey={({ memberId }) => memberId}
        columns={[
          { key: 'member', title: t('dues.member'), cell: ({ memberName }) => memberName },
          {
            key: 'arrears',
            title: t('dues.arrears'),
            isNumber: true,
            cell: (dues) => <Arrears dues={dues} />,
          },
          { key: 'amount', title: t('dues.pay.amount'), cell: (dues) => <AmountCell dues={dues} /> },
        ]}
      />
      {isEmpty && (
        <p className="field-error" role="alert">
          {t('dues.bulk.nothing')}
        </p>
      )}
    </CommandForm>
  );
}

function AmountCell({ dues: { memberId, memberName } }: { readonly dues: Dues }) {
  const { t } = useTranslation();
  const invalid = t('dues.amountInvalid');
  const check = (_rule: unknown, text: string | undefined): Promise<void> =>
    !text?.trim() || BigInt(fenOf(text) ?? '0') > 0n ? Promise.resolve() : Promise.reject(new Error(invalid));
  return (
    <Form.Item name={['amounts', memberId]} rules={[{ validator: check }]}>
      <MoneyInput aria-label={t('dues.bulk.amountOf', { name: memberName })} />
    </Form.Item>
  );
}
