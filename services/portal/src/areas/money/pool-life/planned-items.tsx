import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { expenseCodes } from '../../../api/accounting.js';
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
import { type CostItem, type CostPool } from '../cost-pool/cost-pool.model.js';
import { isAmount } from '../cost-item/item-form.js';
import { useOffices } from '../../../session/use-offices.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { PlannedItem } from './pool-life.model.js';

/** The most that the platform returns at once. */
const pageSizeMax = 200;

/** The planned items, which may be changed while the pool is open. */
export function PlannedItems({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useList(
    'costPool',
    '/cost-pools/{costPoolId}/planned-items',
    { costPoolId: pool.id },
    { limit: pageSizeMax },
  );
  const remove = useRemovePlanned();
  const mayEdit = pool.state === 'open' && holds('organiser', 'officer', 'finance');
  const columns = usePlannedColumns(pool, mayEdit ? remove : null);
  return (
    <section className="card" aria-labelledby="planned-title">
      <h2 id="planned-title">{t('money.poolLife.plan.items')}</h2>
      {remove.isError && <Refusal title={t('money.poolLife.plan.refused')} error={remove.error} />}
      <PagedList list={list} empty={{ text: t('money.poolLife.plan.empty') }}>
        {(items) => (
          <DataTable
            caption={t('money.poolLife.plan.items')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
      {mayEdit && <AddPlanned pool={pool} />}
    </section>
  );
}

function useRemovePlanned() {
  return useCommand('costPool', 'delete', '/cost-pools/{costPoolId}/planned-items/{plannedItemId}');
}

function usePlannedColumns(
  pool: CostPool,
  remove: ReturnType<typeof useRemovePlanned> | null,
): Column<PlannedItem>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const nameOf = useNameOf();
  const columns: Column<PlannedItem>[] = [
    { key: 'title', title: t('money.costPool.items.name'), cell: ({ title }) => title },
    {
      key: 'expense',
      title: t('money.costPool.items.expense'),
      cell: ({ expenseCode }) => t(`money.expense.${expenseCode}`),
    },
    {
      key: 'amount',
      title: t('money.costPool.items.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
    {
      key: 'by',
      title: t('money.poolLife.trail.by'),
      cell: ({ addedBy, addedByName }) => nameOf(addedBy, addedByName) ?? t('common.none'),
    },
  ];
  if (remove === null) return columns;
  const actions: Column<PlannedItem> = {
    key: 'actions',
    title: t('money.costPool.items.actions'),
    cell: ({ id, title, amount }) => (
      <ConfirmButton
        danger
        disabled={remove.isPending}
        question={t('money.poolLife.plan.removeQuestion', { title, amount: money(amount) })}
        confirmText={t('money.costPool.items.removeConfirm')}
        onConfirm={() => remove.mutate({ costPoolId: pool.id, plannedItemId: id })}
      >
        {t('money.costPool.items.remove')}
      </ConfirmButton>
    ),
  };
  return [...columns, actions];
}

interface PlannedForm {
  readonly title: string;
  readonly amount: string;
  readonly expenseCode: CostItem['expenseCode'];
}

function AddPlanned({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PlannedForm>();
  const add = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/planned-items');
  return (
    <CommandForm
      form={form}
      command={add}
      input={({ title, amount, expenseCode }) => ({
        costPoolId: pool.id,
        body: {
          title: title.trim(),
          expenseCode,
          amount: { amount: fenOf(amount) ?? '', currency: 'CNY' as const },
        },
      })}
      submit={t('money.poolLife.plan.add')}
      refused={t('money.poolLife.plan.refused')}
      onDone={() => form.resetFields()}
    >
      <PlannedFields />
    </CommandForm>
  );
}

function PlannedFields() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="title"
        label={t('money.costPool.addItem.name')}
        rules={[{ required: true, whitespace: true, message: t('money.costPool.addItem.nameRequired') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="expenseCode"
        label={t('money.costPool.addItem.expense')}
        rules={[{ required: true, message: t('money.costPool.addItem.expenseRequired') }]}
      >
        <Choice
          options={[
            { value: '' as const, label: t('money.costPool.addItem.payerChoose') },
            ...expenseCodes.map((code) => ({ value: code, label: t(`money.expense.${code}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="amount" label={t('money.amountYuan')} rules={[amountRule(t('money.amountInvalid'))]}>
        <MoneyInput />
      </Form.Item>
    </div>
  );
}

/** An amount above zero. */
export function amountRule(message: string) {
  return {
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      isAmount(text) ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}
