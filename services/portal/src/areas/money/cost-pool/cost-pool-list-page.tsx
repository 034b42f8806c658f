import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { yuanOf } from '../../../i18n/format.js';
import { useOffices } from '../../../session/use-offices.js';
import { type CostPoolSummary, type PoolState, poolStateOf, poolStates } from './cost-pool.model.js';
import { OpenPool } from './open-pool.js';
import { fetchPools, type PoolFilters, useCostPools } from './use-cost-pool.js';

export function CostPoolListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [isOpening, setOpening] = useState(false);
  const filters = filtersOf(search);
  const show = (chosen: PoolFilters): void => setSearch(searchOf(chosen));
  const mayOpen = holds('finance', 'officer', 'organiser');
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.costPools')}>
        {mayOpen && (
          <Button type="primary" aria-expanded={isOpening} onClick={() => setOpening(!isOpening)}>
            {t('money.costPool.opening.title')}
          </Button>
        )}
        <PoolExport filters={filters} />
      </PageHead>
      <p className="hint">{t('money.costPool.listHint')}</p>
      {isOpening && <OpenPool onClose={() => setOpening(false)} />}
      <div className="money-filters">
        <Choice<PoolState>
          label={t('money.state')}
          value={filters.state}
          options={[
            { value: '', label: t('money.allStates') },
            ...poolStates.map((one) => ({ value: one, label: t(`money.costPool.states.${one}`) })),
          ]}
          onChange={(chosen) => show(withFilter(filters, 'state', chosen))}
        />
        <FindField
          key={filters.q}
          label={t('money.costPool.find')}
          value={filters.q ?? ''}
          onFind={(text) => show(withFilter(filters, 'q', text))}
        />
      </div>
      <PoolList filters={filters} onClear={() => show({})} />
    </>
  );
}

function filtersOf(search: URLSearchParams): PoolFilters {
  return withoutBlanks<PoolFilters>({ state: poolStateOf(search), q: search.get('q') ?? undefined });
}

interface PoolListProps {
  readonly filters: PoolFilters;
  readonly onClear: () => void;
}

function PoolList({ filters, onClear }: PoolListProps) {
  const { t } = useTranslation();
  const list = useCostPools(filters);
  const columns = usePoolColumns();
  const empty =
    Object.keys(filters).length === 0
      ? { text: t('money.costPool.empty') }
      : {
          text: t('money.costPool.emptyFiltered'),
          action: <Button onClick={onClear}>{t('money.showAll')}</Button>,
        };
  return (
    <PagedList list={list} empty={empty}>
      {(pools) => (
        <DataTable caption={t('app.page.costPools')} columns={columns} rows={pools} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
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
      cell: ({ id, activityTitle, supplementOf }) => (
        <Link to={`/cost-pools/${id}`} className="cell-link">
          {supplementOf === null ? activityTitle : `${activityTitle} · ${t('money.costPool.supplementTag')}`}
        </Link>
      ),
    },
    {
      key: 'union',
      title: t('money.costPool.organiser'),
      cell: ({ unionName }) => unionName,
    },
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`money.costPool.states.${state}`)}</span>,
    },
    {
      key: 'total',
      title: t('money.costPool.total'),
      isNumber: true,
      cell: ({ total }) => amountOf(total),
    },
    {
      key: 'subsidy',
      title: t('money.costPool.subsidy'),
      isNumber: true,
      cell: ({ subsidy }) => (subsidy === null ? t('common.none') : format.money(subsidy)),
    },
    {
      key: 'approvedAt',
      title: t('money.costPool.approvedAt'),
      cell: ({ approvedAt }) => (approvedAt === null ? t('common.none') : format.instant(approvedAt)),
    },
  ];
}

function PoolExport({ filters }: { readonly filters: PoolFilters }) {
  const { t } = useTranslation();
  const amountOf = (amount: CostPoolSummary['total']): string =>
    amount === null ? '' : yuanOf(amount.amount);
  return (
    <ExportButton<CostPoolSummary>
      fileName={t('money.costPool.exportName')}
      fetchPage={fetchPools(filters)}
      columns={[
        { title: t('money.costPool.activity'), text: ({ activityTitle }) => activityTitle },
        {
          title: t('money.costPool.supplementTag'),
          text: ({ supplementOf }) => (supplementOf === null ? '' : t('money.costPool.supplementTag')),
        },
        { title: t('money.costPool.organiser'), text: ({ unionName }) => unionName },
        { title: t('money.state'), text: (pool) => t(`money.costPool.states.${pool.state}`) },
        { title: t('money.costPool.total'), kind: 'money', text: ({ total }) => amountOf(total) },
        { title: t('money.costPool.subsidy'), kind: 'money', text: ({ subsidy }) => amountOf(subsidy) },
        {
          title: t('money.costPool.approvedAt'),
          kind: 'instant',
          text: ({ approvedAt }) => approvedAt ?? '',
        },
      ]}
    />
  );
}
