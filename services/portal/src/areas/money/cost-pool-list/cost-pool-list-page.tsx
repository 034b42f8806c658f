import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useServedOrder } from '../../../kit/use-served-order.js';
import { yuanOf } from '../../../i18n/format.js';
import { useOffices } from '../../../session/use-offices.js';
import {
  type CostPoolSummary,
  type PoolState,
  poolStateOf,
  poolStates,
} from '../cost-pool/cost-pool.model.js';
import { OpenPool } from './open-pool.js';

const ShareBillForm = lazyPart('ShareBillForm', () => import('../shared-bill/share-bill-form.js'), {
  rows: 4,
});

/** Columns in whose order the platform lists bills. */
const served = ['total', 'approvedAt'] as const;

interface PoolFilters {
  readonly state?: PoolState;
  readonly q?: string;
}

export function CostPoolListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useListSearch();
  const [opening, setOpening] = useState<'bill' | 'pool' | null>(null);
  const close = (): void => setOpening(null);
  const filters = filtersOf(search);
  const show = (chosen: PoolFilters): void => setSearch(searchOf(chosen));
  return (
    <ListPage
      title={t('app.page.costPools')}
      actions={
        <>
          {holds('finance') && (
            <Button
              type="primary"
              aria-expanded={opening === 'bill'}
              onClick={() => setOpening(opening === 'bill' ? null : 'bill')}
            >
              {t('money.costPool.sharing.open')}
            </Button>
          )}
          {holds('finance', 'officer', 'organiser') && (
            <Button
              aria-expanded={opening === 'pool'}
              onClick={() => setOpening(opening === 'pool' ? null : 'pool')}
            >
              {t('money.costPool.opening.title')}
            </Button>
          )}
        </>
      }
      intro={
        <>
          <p className="hint">{t('money.costPool.listHint')}</p>
          {opening === 'pool' && <OpenPool onClose={close} />}
          {opening === 'bill' && <ShareBillForm onClose={close} />}
        </>
      }
      filters={
        <Choice<PoolState>
          label={t('money.state')}
          value={filters.state}
          options={[
            { value: '', label: t('money.allStates') },
            ...poolStates.map((one) => ({ value: one, label: t(`money.costPool.states.${one}`) })),
          ]}
          onChange={(chosen) => show(withFilter(filters, 'state', chosen))}
        />
      }
      search={{
        label: t('money.costPool.find'),
        value: filters.q ?? '',
        onFind: (text) => show(withFilter(filters, 'q', text)),
      }}
      list={useList('costPool', '/cost-pools', { ...filters, ...useServedOrder(served) })}
      empty={
        Object.keys(filters).length === 0
          ? { text: t('money.costPool.empty') }
          : {
              text: t('money.costPool.emptyFiltered'),
              action: <Button onClick={() => show({})}>{t('money.showAll')}</Button>,
            }
      }
      table={{ columns: usePoolColumns(), served, rowKey: ({ id }) => id, rowName: ({ title }) => title }}
      chips={[
        ...(filters.state === undefined
          ? []
          : [{ name: 'state', text: t(`money.costPool.states.${filters.state}`) }]),
        ...(filters.q === undefined ? [] : [{ name: 'q', text: filters.q }]),
      ]}
      exported={{ name: t('money.costPool.exportName'), columns: useExportColumns() }}
    />
  );
}

function filtersOf(search: URLSearchParams): PoolFilters {
  return withoutBlanks<PoolFilters>({ state: poolStateOf(search), q: search.get('q') ?? undefined });
}

function usePoolColumns(): Column<CostPoolSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const amountOf = (amount: CostPoolSummary['total']): string =>
    amount === null ? t('money.costPool.totalOpen') : format.money(amount);
  return [
    {
      key: 'activity',
      title: t('money.costPool.activity'),
      order: ({ title }) => title,
      cell: ({ id, title, kind, supplementOf }) => (
        <div>
          <Link to={`/cost-pools/${id}`} className="cell-link">
            {supplementOf === null ? title : `${title} · ${t('money.costPool.supplementTag')}`}
          </Link>{' '}
          {kind === 'shared' && <span className="tag">{t('money.costPool.sharing.tag')}</span>}
        </div>
      ),
    },
    {
      key: 'union',
      title: t('money.costPool.organiser'),
      cell: ({ unionName }) => unionName,
      order: ({ unionName }) => unionName,
    },
    {
      key: 'state',
      title: t('money.state'),
      order: ({ state }) => poolStates.indexOf(state),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`money.costPool.states.${state}`)}</span>,
    },
    {
      key: 'total',
      title: t('money.costPool.total'),
      isNumber: true,
      cell: ({ total }) => amountOf(total),
      order: ({ total }) => (total === null ? null : BigInt(total.amount)),
    },
    {
      key: 'subsidy',
      title: t('money.costPool.subsidy'),
      isNumber: true,
      cell: ({ subsidy }) => (subsidy === null || subsidy.amount === '0' ? '' : format.money(subsidy)),
    },
    {
      key: 'approvedAt',
      title: t('money.costPool.approvedAt'),
      order: ({ approvedAt }) => approvedAt,
      cell: ({ approvedAt }) => (approvedAt === null ? '' : format.instant(approvedAt)),
    },
  ];
}

function useExportColumns(): ExportColumn<CostPoolSummary>[] {
  const { t } = useTranslation();
  const amountOf = (amount: CostPoolSummary['total']): string =>
    amount === null ? '' : yuanOf(amount.amount);
  return [
    { title: t('money.costPool.activity'), text: ({ title }) => title },
    {
      title: t('money.costPool.sharing.tag'),
      text: ({ kind }) => (kind === 'shared' ? t('money.costPool.sharing.tag') : ''),
    },
    {
      title: t('money.costPool.supplementTag'),
      text: ({ supplementOf }) => (supplementOf === null ? '' : t('money.costPool.supplementTag')),
    },
    { title: t('money.costPool.organiser'), text: ({ unionName }) => unionName },
    { title: t('money.state'), text: (pool) => t(`money.costPool.states.${pool.state}`) },
    { title: t('money.costPool.total'), kind: 'money', text: ({ total }) => amountOf(total) },
    { title: t('money.costPool.subsidy'), kind: 'money', text: ({ subsidy }) => amountOf(subsidy) },
    { title: t('money.costPool.approvedAt'), kind: 'instant', text: ({ approvedAt }) => approvedAt ?? '' },
  ];
}
