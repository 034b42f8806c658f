import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { fenOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type CostPool, partyOfKey, payersOf } from '../cost-pool/cost-pool.model.js';
import { useOffices } from '../../../session/use-offices.js';
import { amountRule } from './planned-items.js';
import type { SelfPayment } from './pool-life.model.js';

/** The most that the platform returns at once. */
const pageSizeMax = 200;

/** Payments by participants, recorded by the union that collected them. */
export function SelfPayments({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useList(
    'costPool',
    '/cost-pools/{costPoolId}/self-payments',
    { costPoolId: pool.id },
    { limit: pageSizeMax },
  );
  const remove = useRemoveSelfPayment();
  const mayEdit = pool.state !== 'reversed' && holds('officer', 'finance');
  const columns = useSelfPaymentColumns(pool, mayEdit ? remove : null);
  return (
    <section className="card" aria-labelledby="self-paid-title">
      <h2 id="self-paid-title">{t('money.poolLife.selfPaid.title')}</h2>
      <p className="hint">{t('money.poolLife.selfPaid.hint')}</p>
      {remove.isError && <Refusal title={t('money.poolLife.plan.refused')} error={remove.error} />}
      <PagedList list={list} empty={{ text: t('money.poolLife.selfPaid.empty') }}>
        {(items) => (
          <DataTable
            caption={t('money.poolLife.selfPaid.title')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
      {mayEdit && <AddSelfPayment pool={pool} />}
    </section>
  );
}

function useRemoveSelfPayment() {
  return useCommand('costPool', 'delete', '/cost-pools/{costPoolId}/self-payments/{selfPaymentId}');
}

function useSelfPaymentColumns(
  pool: CostPool,
  remove: ReturnType<typeof useRemoveSelfPayment> | null,
): Column<SelfPayment>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<SelfPayment>[] = [
    { key: 'title', title: t('money.costPool.items.name'), cell: ({ title }) => title },
    {
      key: 'heads',
      title: t('money.poolLife.selfPaid.heads'),
      isNumber: true,
      cell: ({ heads }) => String(heads),
    },
    {
      key: 'amount',
      title: t('money.costPool.items.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
    {
      key: 'collector',
      title: t('money.poolLife.selfPaid.collector'),
      cell: ({ collector }) => collector.name,
    },
  ];
  if (remove === null) return columns;
  const actions: Column<SelfPayment> = {
    key: 'actions',
    title: t('money.costPool.items.actions'),
    cell: ({ id, title, amount }) => (
      <ConfirmButton
        danger
        disabled={remove.isPending}
        question={t('money.poolLife.selfPaid.removeQuestion', { title, amount: money(amount) })}
        confirmText={t('money.costPool.items.removeConfirm')}
        onConfirm={() => remove.mutate({ costPoolId: pool.id, selfPaymentId: id })}
      >
        {t('money.costPool.items.remove')}
      </ConfirmButton>
    ),
  };
  return [...columns, actions];
}

interface SelfPaymentForm {
  readonly title: string;
  readonly heads: string;
  readonly amount: string;
  readonly collector: string;
}
const headsMax = 100_000;

function AddSelfPayment({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SelfPaymentForm>();
  const add = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/self-payments');
  return (
    <CommandForm
      form={form}
      command={add}
      input={({ title, heads, amount, collector }) => {
        const party = partyOfKey(collector);
        if (party === null) return null;
        return {
          costPoolId: pool.id,
          body: {
            title: title.trim(),
            heads: Number(heads),
            amount: { amount: fenOf(amount) ?? '', currency: 'CNY' as const },
            collector: party,
          },
        };
      }}
      submit={t('money.poolLife.selfPaid.add')}
      refused={t('money.poolLife.plan.refused')}
      onDone={() => form.resetFields()}
    >
      <SelfPaymentFields pool={pool} />
    </CommandForm>
  );
}

function SelfPaymentFields({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const none = { value: '', label: t('money.costPool.addItem.payerChoose') };
  return (
    <div className="two-columns">
      <Form.Item
        name="title"
        label={t('money.poolLife.selfPaid.what')}
        rules={[{ required: true, whitespace: true, message: t('money.costPool.addItem.nameRequired') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="collector"
        label={t('money.poolLife.selfPaid.collector')}
        rules={[{ required: true, message: t('money.poolLife.selfPaid.collectorRequired') }]}
      >
        <Choice<string>
          options={[none, ...payersOf(pool).map(({ key, name }) => ({ value: key, label: name }))]}
        />
      </Form.Item>
      <Form.Item
        name="heads"
        label={t('money.poolLife.selfPaid.heads')}
        rules={[wholeNumberRule(1, headsMax, t('money.poolLife.selfPaid.headsInvalid'))]}
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={6} />
      </Form.Item>
      <Form.Item
        name="amount"
        label={t('money.poolLife.selfPaid.amount')}
        rules={[amountRule(t('money.amountInvalid'))]}
      >
        <MoneyInput />
      </Form.Item>
    </div>
  );
}
