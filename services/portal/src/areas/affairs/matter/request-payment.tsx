import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import type { Matter } from './matter.model.js';
import { proposedPayment } from './proposed-payment.model.js';

interface RequestForm {
  readonly amount: string;
  readonly payees: readonly { readonly name?: string; readonly account?: string }[];
}

/** Whoever has a decided matter in hand asks for its payment: to one payee, or one for each part of the split. */
export function RequestPayment({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const request = useCommand('matter', 'post', '/matters/{matterId}/payment-requests');
  const most = matter.pays?.most ?? null;
  const proposed = proposedPayment(matter);
  const labels = matter.pays?.split?.map(({ label }) => label) ?? [t('matterMoney.payee')];
  return (
    <section className="card" aria-labelledby="request-title">
      <h2 id="request-title">{t('matterMoney.request')}</h2>
      <CommandForm
        command={request}
        input={({ amount, payees }: RequestForm) => ({
          matterId: matter.id,
          version: matter.version,
          body: {
            amount: { amount: fenOf(amount) ?? '', currency: 'CNY' as const },
            payees: labels.map((label, at) => ({
              label,
              name: payees[at]?.name?.trim() || null,
              account: payees[at]?.account?.trim() || null,
            })),
          },
        })}
        submit={t('matterMoney.submit')}
        refused={t('matterMoney.refusedTitle')}
        confirm={{ question: t('matterMoney.question'), text: t('matterMoney.submit') }}
        initialValues={proposed === null ? {} : { amount: yuanOf(proposed.fen) }}
      >
        {proposed !== null && (
          <p className="hint">
            {t('matterMoney.proposed', {
              step: proposed.step,
              parts: proposed.parts.map(({ label, amount }) => `${label} ${money(amount)}`).join('，'),
            })}
          </p>
        )}
        <Form.Item
          name="amount"
          label={t('matterMoney.amountLabel')}
          {...(most === null ? {} : { extra: t('matterMoney.amountMost', { amount: money(most) }) })}
          rules={[
            {
              validator: (_rule, text: string | undefined) =>
                BigInt(fenOf(text ?? '') ?? '0') > 0n
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('matterMoney.amountRequired'))),
            },
          ]}
        >
          <MoneyInput />
        </Form.Item>
        <p className="hint">{t('matterMoney.sealedHint')}</p>
        {labels.map((label, at) => (
          <div key={label} className="two-columns">
            <Form.Item name={['payees', at, 'name']} label={t('matterMoney.name', { label })}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name={['payees', at, 'account']}
              label={t('matterMoney.account', { label })}
              extra={t('matterMoney.accountHint')}
            >
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
          </div>
        ))}
      </CommandForm>
    </section>
  );
}
