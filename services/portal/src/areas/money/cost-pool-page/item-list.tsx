import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { sumOf } from '../ledger/amount.model.js';
import { useOffices } from '../../../session/use-offices.js';
import type { CostItem, CostPool } from '../cost-pool/cost-pool.model.js';
import { ReceiptLink } from '../cost-pool/receipt-link.js';
import type { useCostItems } from '../cost-pool/use-cost-pool.js';

const AddItemForm = lazyPart('AddItemForm', () => import('../cost-item/add-item-form.js'), { rows: 6 });

interface ItemListProps {
  readonly pool: CostPool;
  readonly list: ReturnType<typeof useCostItems>;
}

/** The bills of a pool; while it is open they can be added and removed. */
export function ItemList({ pool, list }: ItemListProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { holds } = useOffices();
  const mayEdit = pool.state === 'open' && holds('finance', 'officer');
  const remove = useRemoveItem();
  const columns = useItemColumns(pool, mayEdit ? remove : null);
  return (
    <section className="card" aria-labelledby="items-title">
      <h2 id="items-title">{t('money.costPool.items.title')}</h2>
      {pool.state === 'submitted' && <p className="hint">{t('money.costPool.items.locked')}</p>}
      {remove.isError && <Refusal title={t('money.costPool.items.removeRefused')} error={remove.error} />}
      <PagedList list={list} empty={{ text: t('money.costPool.items.empty') }}>
        {(items) => (
          <>
            <DataTable
              caption={t('money.costPool.items.caption')}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
            />
            <p>
              {t('money.costPool.items.sum', {
                amount: money(sumOf(items.map(({ amount }) => amount))),
              })}
            </p>
          </>
        )}
      </PagedList>
      {mayEdit && <AddItem pool={pool} />}
    </section>
  );
}

function useRemoveItem() {
  return useCommand('costPool', 'delete', '/cost-pools/{costPoolId}/items/{itemId}', { onStale: 'refuse' });
}

function AddItem({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<CostItem | null>(null);
  if (isOpen) {
    return (
      <AddItemForm
        pool={pool}
        onAdded={(item) => {
          setAdded(item);
          setOpen(false);
        }}
        onClose={() => setOpen(false)}
      />
    );
  }
  return (
    <>
      <p role="status" className="hint">
        {added?.poolVersion === pool.version && t('money.costPool.addItem.added', { title: added.title })}
      </p>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('money.costPool.addItem.open')}
      </Button>
      <Preload part={AddItemForm} />
    </>
  );
}

function useItemColumns(pool: CostPool, remove: ReturnType<typeof useRemoveItem> | null): Column<CostItem>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<CostItem>[] = [
    { key: 'title', title: t('money.costPool.items.name'), cell: ({ title }) => title },
    { key: 'payer', title: t('money.costPool.items.payer'), cell: ({ payer }) => payer.name },
    {
      key: 'amount',
      title: t('money.costPool.items.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
    {
      key: 'fund',
      title: t('money.costPool.items.fund'),
      cell: ({ incomeKind }) => <span className="is-whole">{t(`money.fund.${incomeKind}`)}</span>,
    },
    {
      key: 'expense',
      title: t('money.costPool.items.expense'),
      cell: ({ expenseCode }) => t(`money.expense.${expenseCode}`),
    },
    {
      key: 'receipt',
      title: t('money.costPool.items.invoice'),
      cell: (item) => <ReceiptLink item={item} />,
    },
  ];
  if (remove === null) return columns;
  const actions: Column<CostItem> = {
    key: 'actions',
    title: t('money.costPool.items.actions'),
    cell: (item) => <RemoveItem item={item} pool={pool} remove={remove} />,
  };
  return [...columns, actions];
}

interface RemoveItemProps {
  readonly item: CostItem;
  readonly pool: CostPool;
  readonly remove: ReturnType<typeof useRemoveItem>;
}

function RemoveItem({ item, pool, remove }: RemoveItemProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <ConfirmButton
      danger
      disabled={remove.isPending}
      question={t('money.costPool.items.removeQuestion', {
        title: item.title,
        amount: money(item.amount),
      })}
      confirmText={t('money.costPool.items.removeConfirm')}
      onConfirm={() => remove.mutate({ costPoolId: pool.id, itemId: item.id, version: pool.version })}
    >
      {t('money.costPool.items.remove')}
    </ConfirmButton>
  );
}
