import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import {
  evenInstalments,
  fenLeft,
  type InstalmentFields,
  instalmentCounts,
  instalmentsSent,
} from './instalments.js';
import type { Matter } from './matter.model.js';
import { type ProposedPayment, proposedPayment } from './proposed-payment.model.js';

interface RequestForm {
  readonly amount: string;
  /** In how many instalments; absent where all of it is asked for at once. */
  readonly count?: string;
  readonly instalments?: readonly InstalmentFields[];
  readonly payees: readonly { readonly name?: string; readonly account?: string }[];
}

/** Whoever has a decided matter in hand asks for its payment: to one payee, or one for each part of the split; at once or in instalments. */
export function RequestPayment({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const request = useCommand('matter', 'post', '/matters/{matterId}/payment-requests');
  const { isFailed, proposed, initial } = startOf(matter);
  const [form] = Form.useForm<RequestForm>();
  const count = Number(Form.useWatch('count', form) ?? 0);
  const labels = matter.pays?.split?.map(({ label }) => label) ?? [t('matterMoney.payee')];
  return (
    <section className="card" aria-labelledby="request-title">
      <h2 id="request-title">{t('matterMoney.request')}</h2>
      <CommandForm
        form={form}
        command={request}
        onChange={(typed: RequestForm, changed) => form.setFieldsValue(refilled(typed, changed))}
        input={(typed: RequestForm) => ({
          matterId: matter.id,
          version: matter.version,
          body: bodyOf(typed, labels, count),
        })}
        submit={t('matterMoney.submit')}
        refused={t('matterMoney.refusedTitle')}
        confirm={{
          question: t(count > 0 ? 'matterMoney.questionParts' : 'matterMoney.question'),
          text: t('matterMoney.submit'),
        }}
        initialValues={initial}
      >
        {isFailed && <p className="hint">{t('matterMoney.again')}</p>}
        <Amount most={matter.pays?.most ?? null} proposed={proposed} />
        {!isFailed && <InParts count={count} />}
        <Payees labels={labels} />
      </CommandForm>
    </section>
  );
}

/** What stands in the form: the amount of an instalment that was refused or came back, or what a step has worked out. */
function startOf(matter: Matter) {
  const failed = matter.instalments.find(({ state }) => state === 'refused' || state === 'returned');
  const proposed = failed === undefined ? proposedPayment(matter) : null;
  const known = failed?.amount.amount ?? proposed?.fen;
  const initial = known === undefined ? {} : { amount: yuanOf(known) };
  return { isFailed: failed !== undefined, proposed, initial };
}

/** Another amount or another number of instalments is split evenly anew. */
function refilled({ amount, count }: RequestForm, changed: Partial<RequestForm>): Partial<RequestForm> {
  if (!('count' in changed || 'amount' in changed)) return {};
  return { instalments: evenInstalments(Number(count ?? 0), amount, new Date()) };
}

function bodyOf({ amount, payees, instalments = [] }: RequestForm, labels: readonly string[], count: number) {
  return {
    amount: { amount: fenOf(amount) ?? '', currency: 'CNY' as const },
    instalments: instalmentsSent(instalments.slice(0, count)),
    payees: labels.map((label, at) => ({
      label,
      name: payees[at]?.name?.trim() || null,
      account: payees[at]?.account?.trim() || null,
    })),
  };
}

interface AmountProps {
  readonly most: Parameters<ReturnType<typeof useFormat>['money']>[0] | null;
  readonly proposed: ProposedPayment | null;
}

function Amount({ most, proposed }: AmountProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <>
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
        rules={[aboveZero(t('matterMoney.amountRequired'))]}
      >
        <MoneyInput />
      </Form.Item>
    </>
  );
}

function Payees({ labels }: { readonly labels: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** In how many instalments, and the day and the amount of each. */
function InParts({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="count"
        label={t('matterMoney.how')}
        {...(count > 0 ? { extra: t('matterMoney.inPartsHint') } : {})}
      >
        <Choice
          options={[
            { value: '', label: t('matterMoney.whole') },
            ...instalmentCounts.map((one) => ({
              value: String(one),
              label: t('matterMoney.inParts', { number: one }),
            })),
          ]}
        />
      </Form.Item>
      {Array.from({ length: count }, (_one, at) => (
        <div key={at} className="two-columns">
          <Form.Item
            name={['instalments', at, 'dueOn']}
            label={t('matterMoney.partDay', { number: at + 1 })}
            rules={[{ required: true, message: t('matterMoney.partDayRequired') }]}
          >
            <DateInput />
          </Form.Item>
          <Form.Item
            name={['instalments', at, 'amount']}
            label={t('matterMoney.partAmount', { number: at + 1 })}
            rules={[aboveZero(t('matterMoney.amountRequired'))]}
          >
            <MoneyInput />
          </Form.Item>
        </div>
      ))}
      {count > 0 && <PartsLeft count={count} />}
    </>
  );
}

/** What is missing, or too much, while somebody changes one of them. */
function PartsLeft({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { amount, instalments = [] } = Form.useWatch((form: RequestForm) => form) ?? {};
  const left = fenLeft(amount, instalments.slice(0, count));
  const words = left > 0n ? 'matterMoney.partsShort' : 'matterMoney.partsOver';
  const fen = String(left < 0n ? -left : left);
  return (
    <p role="status" className="hint">
      {left !== 0n && t(words, { amount: money({ amount: fen }) })}
    </p>
  );
}

function aboveZero(message: string) {
  return {
    validator: (_rule: unknown, text: string | undefined) =>
      BigInt(fenOf(text ?? '') ?? '0') > 0n ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}
