import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { yuanOf } from '../../../i18n/format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { PoolStep } from './pool-life.model.js';
import { fetchSteps, usePoolSteps } from './use-pool-life.js';

/** Who did what to a pool, and when. */
export function PoolTrailPage() {
  const { t } = useTranslation();
  const { costPoolId = '' } = useParams();
  const list = usePoolSteps(costPoolId);
  const columns = useStepColumns();
  return (
    <>
      <PageHead title={t('money.poolLife.trail.title')} back={`/cost-pools/${costPoolId}`}>
        <TrailExport costPoolId={costPoolId} />
      </PageHead>
      <p className="hint">{t('money.poolLife.trail.hint')}</p>
      <PagedList list={list} empty={{ text: t('money.poolLife.trail.empty') }}>
        {(steps) => (
          <DataTable
            caption={t('money.poolLife.trail.title')}
            columns={columns}
            rows={steps}
            rowKey={({ number }) => String(number)}
          />
        )}
      </PagedList>
    </>
  );
}

function useStepColumns(): Column<PoolStep>[] {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  return [
    { key: 'at', title: t('money.poolLife.trail.at'), cell: ({ at }) => instant(at) },
    {
      key: 'kind',
      title: t('money.poolLife.trail.step'),
      cell: ({ kind }) => t(`money.poolLife.steps.${kind}`),
    },
    { key: 'by', title: t('money.poolLife.trail.by'), cell: ({ byName }) => byName ?? t('common.none') },
    {
      key: 'subject',
      title: t('money.poolLife.trail.subject'),
      cell: ({ subject }) => subject ?? t('common.none'),
    },
    {
      key: 'amount',
      title: t('money.costPool.items.amount'),
      isNumber: true,
      cell: ({ amount }) => (amount === null ? t('common.none') : money(amount)),
    },
    {
      key: 'reason',
      title: t('money.poolLife.trail.reason'),
      cell: ({ reason }) => reason ?? t('common.none'),
    },
  ];
}

function TrailExport({ costPoolId }: { readonly costPoolId: string }) {
  const { t } = useTranslation();
  return (
    <ExportButton<PoolStep>
      fileName={t('money.poolLife.trail.title')}
      fetchPage={fetchSteps(costPoolId)}
      columns={[
        { title: t('money.poolLife.trail.at'), kind: 'instant', text: ({ at }) => at },
        { title: t('money.poolLife.trail.step'), text: ({ kind }) => t(`money.poolLife.steps.${kind}`) },
        { title: t('money.poolLife.trail.by'), text: ({ byName }) => byName ?? '' },
        { title: t('money.poolLife.trail.subject'), text: ({ subject }) => subject ?? '' },
        {
          title: t('money.costPool.items.amount'),
          kind: 'money',
          // Bills, shares and refunds are told in turn.
          isApart: true,
          text: ({ amount }) => (amount === null ? '' : yuanOf(amount.amount)),
        },
        { title: t('money.poolLife.trail.reason'), text: ({ reason }) => reason ?? '' },
      ]}
    />
  );
}
