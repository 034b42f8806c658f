import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { readOf, useList } from '../../../api/use-read.js';
import { localTimeOf, yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { useNameOf } from '../../../session/use-name-of.js';

type Schemas = components['schemas'];
type Reconciliation = Schemas['ReconciliationSummaryView'];
type Difference = Schemas['LedgerDifferenceView'];

const freshMs = 1_000;

/** The reconciliations with their findings, the newest first; a new one may be started at any time. */
export function Reconciliations() {
  const { t } = useTranslation();
  const list = useList('reconciliation', '/ledger/reconciliations', {});
  const reconcile = useCommand('reconciliation', 'post', '/ledger/reconciliations');
  return (
    <section className="card" aria-labelledby="reconciliations-title">
      <h2 id="reconciliations-title">{t('strictLedger.proof.reconciliations')}</h2>
      <div className="actions">
        <Button type="primary" loading={reconcile.isPending} onClick={() => reconcile.mutate(undefined)}>
          {t('strictLedger.proof.run')}
        </Button>
        <ExportButton
          fileName={t('strictLedger.proof.exportName')}
          fetchPage={list.fetchPage}
          columns={useExportColumns()}
        />
      </div>
      {reconcile.isError && <Refusal title={t('strictLedger.refused')} error={reconcile.error} />}
      <PagedList list={list} empty={{ text: t('strictLedger.proof.empty') }}>
        {(all) => <All all={all} />}
      </PagedList>
    </section>
  );
}

function All({ all }: { readonly all: readonly Reconciliation[] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const oldestFirst = useMemo(() => [...all].reverse(), [all]);
  const fontSize = useChartFont();
  const option = useMemo<EChartsCoreOption>(
    () => ({
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      xAxis: {
        type: 'category',
        data: oldestFirst.map(({ startedAt }) => localTimeOf(startedAt).slice(0, 10)),
        axisLabel: { fontSize, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, min: 0, axisLabel: { fontSize } },
      series: [
        { type: 'bar', barMaxWidth: 32, data: oldestFirst.map(({ differenceCount }) => differenceCount) },
      ],
    }),
    [oldestFirst, fontSize],
  );
  const short = columns.filter(({ key }) => key === 'startedAt' || key === 'differences');
  const [newest] = all;
  return (
    <>
      {newest !== undefined && <Newest key={newest.id} id={newest.id} />}
      <Chart
        label={t('strictLedger.proof.chart')}
        option={option}
        heightPx={160}
        columns={short}
        rows={all}
        rowKey={({ id }) => id}
      />
      <DataTable
        caption={t('strictLedger.proof.reconciliations')}
        columns={columns}
        rows={all}
        rowKey={({ id }) => id}
      />
    </>
  );
}

/** Read again while it runs. */
function useReconciliation(reconciliationId: string) {
  return useQuery({
    ...readOf('reconciliation', '/ledger/reconciliations/{reconciliationId}', { reconciliationId }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? freshMs : false),
  });
}

/** The progress of the newest, and what it found. */
function Newest({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data } = useReconciliation(id);
  if (data === undefined) return null;
  const { state, checksDone: done, checksTotal: total, differences } = data;
  if (state === 'running') return <p role="status">{t('strictLedger.proof.running', { done, total })}</p>;
  if (differences.length === 0) return <p role="status">{t('strictLedger.proof.none')}</p>;
  return <Differences differences={differences} />;
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation();
  const columns: Column<Difference>[] = [
    {
      key: 'check',
      title: t('strictLedger.proof.check'),
      cell: ({ check }) => t(`strictLedger.proof.checks.${check}`),
    },
    { key: 'subject', title: t('strictLedger.proof.subject'), cell: ({ subjectId }) => subjectId },
    {
      key: 'stated',
      title: t('strictLedger.proof.stated'),
      isNumber: true,
      cell: ({ stated }) => (stated === '' ? t('common.none') : yuanOf(stated)),
    },
    {
      key: 'found',
      title: t('strictLedger.proof.found'),
      isNumber: true,
      cell: ({ found }) => (found === '' ? t('common.none') : yuanOf(found)),
    },
  ];
  return (
    <DataTable
      caption={t('strictLedger.proof.differencesOf')}
      columns={columns}
      rows={differences}
      rowKey={({ check, subjectId }) => `${check} ${subjectId}`}
    />
  );
}

function useColumns(): Column<Reconciliation>[] {
  const { t } = useTranslation();
  const { number, instant } = useFormat();
  const by = useByWhom();
  return [
    {
      key: 'startedAt',
      title: t('strictLedger.proof.startedAt'),
      cell: ({ startedAt }) => instant(startedAt),
    },
    { key: 'by', title: t('strictLedger.proof.byWhom'), cell: by },
    {
      key: 'compared',
      title: t('strictLedger.proof.compared'),
      isNumber: true,
      cell: ({ compared }) => number(compared),
    },
    {
      key: 'differences',
      title: t('strictLedger.proof.differences'),
      isNumber: true,
      cell: ({ state, differenceCount, checksDone: done, checksTotal: total }) => (
        <span className={differenceCount > 0 ? 'is-owing' : undefined}>
          {state === 'running' ? t('strictLedger.proof.running', { done, total }) : number(differenceCount)}
        </span>
      ),
    },
  ];
}

function useByWhom(): (one: Reconciliation) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return ({ nightly, requestedById, requestedBy }) =>
    nightly
      ? t('strictLedger.proof.nightly')
      : (nameOf(requestedById, requestedBy) ?? t('strictLedger.unknown'));
}

function useExportColumns(): ExportColumn<Reconciliation>[] {
  const { t } = useTranslation();
  const by = useByWhom();
  return [
    { title: t('strictLedger.proof.startedAt'), kind: 'instant', text: ({ startedAt }) => startedAt },
    { title: t('strictLedger.proof.byWhom'), text: by },
    { title: t('strictLedger.proof.compared'), kind: 'count', text: ({ compared }) => String(compared) },
    {
      title: t('strictLedger.proof.differences'),
      kind: 'count',
      text: ({ differenceCount }) => String(differenceCount),
    },
  ];
}
