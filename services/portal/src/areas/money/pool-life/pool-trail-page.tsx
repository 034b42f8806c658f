import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { yuanOf } from '../../../i18n/format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { PoolStep } from './pool-life.model.js';

/** Each step of a pool: who took it, and when. */
export function PoolTrailPage() {
  const { t } = useTranslation();
  const { costPoolId = '' } = useParams();
  return (
    <ListPage
      title={t('money.poolLife.trail.title')}
      back={`/cost-pools/${costPoolId}`}
      intro={<p className="hint">{t('money.poolLife.trail.hint')}</p>}
      list={useList('costPool', '/cost-pools/{costPoolId}/steps', { costPoolId })}
      empty={{ text: t('money.poolLife.trail.empty') }}
      table={{ columns: useStepColumns(), rowKey: ({ number }) => String(number) }}
      exported={{ name: t('money.poolLife.trail.title'), columns: useExportColumns() }}
    />
  );
}

function useStepColumns(): Column<PoolStep>[] {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const nameOf = useNameOf();
  return [
    { key: 'at', title: t('money.poolLife.trail.at'), cell: ({ at }) => instant(at) },
    {
      key: 'kind',
      title: t('money.poolLife.trail.step'),
      cell: ({ kind }) => t(`money.poolLife.steps.${kind}`),
    },
    {
      key: 'by',
      title: t('money.poolLife.trail.by'),
      cell: ({ by, byName }) => nameOf(by, byName) ?? t('common.none'),
    },
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

function useExportColumns(): ExportColumn<PoolStep>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return [
    { title: t('money.poolLife.trail.at'), kind: 'instant', text: ({ at }) => at },
    { title: t('money.poolLife.trail.step'), text: ({ kind }) => t(`money.poolLife.steps.${kind}`) },
    { title: t('money.poolLife.trail.by'), text: ({ by, byName }) => nameOf(by, byName) ?? '' },
    { title: t('money.poolLife.trail.subject'), text: ({ subject }) => subject ?? '' },
    {
      title: t('money.costPool.items.amount'),
      kind: 'money',
      // Bills, shares and refunds alternate, so their sum means nothing.
      isApart: true,
      text: ({ amount }) => (amount === null ? '' : yuanOf(amount.amount)),
    },
    { title: t('money.poolLife.trail.reason'), text: ({ reason }) => reason ?? '' },
  ];
}
