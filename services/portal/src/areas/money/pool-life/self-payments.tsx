import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type CostPool, partyOfKey, payersOf } from '../cost-pool/cost-pool.model.js';
import { useOffices } from '../../../session/use-offices.js';
import { amountRule } from './planned-items.js';
import type { SelfPayment } from './pool-life.model.js';
import { useAddSelfPayment, useRemoveSelfPayment, useSelfPayments } from './use-pool-life.js';

/** What participants paid themselves, recorded by the union that collected it. */
export function SelfPayments({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useSelfPayments(pool.id);
  const remove = useRemoveSelfPayment(pool.id);
  const mayEdit = pool.state !== 'reversed' && holds('officer', 'finance');
  const columns = useSelfPaymentColumns(mayEdit ? remove : null);
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

function useSelfPaymentColumns(
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
        onConfirm={() => remove.mutate(id)}
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
const selfPaymentFields = ['title', 'heads', 'amount', 'collector'];
const headsMax = 100_000;

function AddSelfPayment({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SelfPaymentForm>();
  const add = useAddSelfPayment(pool.id);
  const submit = ({ title, heads, amount, collector }: SelfPaymentForm): void => {
    const party = partyOfKey(collector);
    if (party === null) return;
    const money = { amount: fenOf(amount) ?? '', currency: 'CNY' as const };
    add.mutate(
      { title: title.trim(), heads: Number(heads), amount: money, collector: party },
      {
        onSuccess: () => form.resetFields(),
        onError: (error) => showErrors(form, error, selfPaymentFields),
      },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} disabled={add.isPending} onFinish={submit}>
      <SelfPaymentFields pool={pool} />
      {add.isError && (
        <Refusal title={t('money.poolLife.plan.refused')} error={add.error} fields={selfPaymentFields} />
      )}
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('money.poolLife.selfPaid.add')}
      </Button>
    </Form>
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
