import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { isAmount } from '../cost-item/item-form.js';
import { ModeResults } from './mode-comparison.js';
import type { NamedDebt } from './netting.model.js';
import { Input } from '../../../kit/input.js';

interface SandboxForm {
  readonly debts: readonly { readonly from: string; readonly to: string; readonly amount: string }[];
}

const rowsMax = 50;

/** Any debts, by each of the modes: to see what netting does before it is done. */
export function Sandbox() {
  const { t } = useTranslation();
  const [debts, setDebts] = useState<readonly NamedDebt[] | null>(null);
  const [first, second, third] = [
    t('money.netting.sandbox.example.first'),
    t('money.netting.sandbox.example.second'),
    t('money.netting.sandbox.example.third'),
  ];
  const example: SandboxForm = {
    debts: [
      { from: first, to: second, amount: '300' },
      { from: second, to: third, amount: '200' },
      { from: third, to: first, amount: '120' },
    ],
  };
  return (
    <section className="card" aria-labelledby="sandbox-title">
      <h2 id="sandbox-title">{t('money.netting.sandbox.title')}</h2>
      <p className="hint">{t('money.netting.sandbox.hint')}</p>
      <Form<SandboxForm>
        layout="vertical"
        requiredMark={false}
        initialValues={example}
        onFinish={(values) => setDebts(debtsOf(values))}
      >
        <DebtRows />
      </Form>
      {debts !== null && <ModeResults key={JSON.stringify(debts)} debts={debts} />}
    </section>
  );
}

function debtsOf({ debts }: SandboxForm): NamedDebt[] {
  return debts.map(({ from, to, amount }) => ({
    from: from.trim(),
    to: to.trim(),
    amount: { amount: fenOf(amount) ?? '0' },
  }));
}

function DebtRows() {
  const { t } = useTranslation();
  return (
    <Form.List name="debts">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <DebtRow key={key} place={name} {...(rows.length > 1 ? { onRemove: () => remove(name) } : {})} />
          ))}
          <div className="actions sandbox-actions">
            <Button disabled={rows.length >= rowsMax} onClick={() => add({ from: '', to: '', amount: '' })}>
              {t('money.netting.sandbox.add')}
            </Button>
            <Button type="primary" htmlType="submit">
              {t('money.netting.sandbox.run')}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}

interface DebtRowProps {
  readonly place: number;
  /** Absent where it is the only one. */
  readonly onRemove?: () => void;
}

function DebtRow({ place, onRemove }: DebtRowProps) {
  const { t } = useTranslation();
  const number = place + 1;
  const required = { required: true, whitespace: true, message: t('money.netting.sandbox.required') };
  return (
    <fieldset className="companion sandbox-row">
      <legend>{t('money.netting.sandbox.row', { number })}</legend>
      <Form.Item name={[place, 'from']} label={t('money.netting.sandbox.debtor')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name={[place, 'to']}
        label={t('money.netting.sandbox.creditor')}
        dependencies={[['debts', place, 'from']]}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule, to: string) =>
              to.trim() !== '' && to.trim() === String(getFieldValue(['debts', place, 'from'])).trim()
                ? Promise.reject(new Error(t('money.netting.sandbox.samePair')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name={[place, 'amount']}
        label={t('money.amountYuan')}
        rules={[
          {
            validator: (_rule, text: string) =>
              isAmount(text) ? Promise.resolve() : Promise.reject(new Error(t('money.amountInvalid'))),
          },
        ]}
      >
        <MoneyInput />
      </Form.Item>
      {onRemove !== undefined && (
        <Button onClick={onRemove}>{t('money.netting.sandbox.remove', { number })}</Button>
      )}
    </fieldset>
  );
}
