import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatFen } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { type Balanced, plotted } from './amount.model.js';
import { SignedAmount } from './signed-amount.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import type { Posting } from './ledger.model.js';

type Row = Balanced<Posting>;

interface BalanceChartProps {
  readonly rows: readonly Row[];
  readonly accountId: string;
}

/** The balance after each posting as a chart, with the postings beneath. */
export function BalanceChart({ rows, accountId }: BalanceChartProps) {
  const { t } = useTranslation();
  const option = useBalanceOption(rows);
  const columns = usePostingColumns(accountId);
  const short = columns.filter(({ key }) => key === 'date' || key === 'balance');
  const rowKey = ({ posting }: Row): string => `${posting.entryId}.${posting.line}`;
  return (
    <>
      <Chart
        label={t('money.account.chart')}
        option={option}
        heightPx={240}
        columns={short}
        rows={rows}
        rowKey={rowKey}
      />
      <DataTable caption={t('money.account.caption')} columns={columns} rows={rows} rowKey={rowKey} />
    </>
  );
}

function useBalanceOption(rows: readonly Row[]): EChartsCoreOption {
  const { locale } = useFormat();
  const fontSize = useChartFont();
  return useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        formatter: ([point]: readonly { dataIndex: number }[]) => {
          const row = rows[point?.dataIndex ?? -1];
          if (row === undefined) return '';
          return `${formatDate(row.posting.postedOn, locale)}\n${formatFen(row.balance.amount, locale)}`;
        },
      },
      // One step for each posting: several of a day stand side by side.
      xAxis: {
        type: 'category',
        data: rows.map(({ posting }) => formatDate(posting.postedOn, locale)),
        axisLabel: { fontSize, hideOverlap: true },
      },
      yAxis: { type: 'value', splitNumber: 4, axisLabel: { fontSize } },
      series: [
        {
          type: 'line',
          step: 'end',
          symbolSize: 8,
          areaStyle: { opacity: 0.12 },
          data: rows.map(({ balance }) => plotted(balance)),
        },
      ],
    }),
    [rows, locale, fontSize],
  );
}

function usePostingColumns(accountId: string): Column<Row>[] {
  const { t } = useTranslation();
  const { date } = useFormat();
  return [
    {
      key: 'date',
      title: t('money.date'),
      cell: ({ posting }) => date(posting.postedOn),
    },
    {
      key: 'kind',
      title: t('money.kind'),
      cell: ({ posting }) => (
        <Link to={`/ledger/entries/${posting.entryId}`} className="cell-link">
          {t(`money.entry.kinds.${posting.kind}`)}
        </Link>
      ),
    },
    {
      key: 'with',
      title: t('money.account.with'),
      // A netting run moves the balance of a party between its own accounts.
      cell: ({ posting: { debitAccountId, debitParty, creditParty } }) => {
        if (debitParty.id === creditParty.id) return t('money.account.itself');
        return (debitAccountId === accountId ? creditParty : debitParty).name;
      },
    },
    {
      key: 'change',
      title: t('money.account.change'),
      isNumber: true,
      cell: ({ change }) => <SignedAmount amount={change} />,
    },
    {
      key: 'balance',
      title: t('money.account.after'),
      isNumber: true,
      cell: ({ balance }) => <SignedAmount amount={balance} />,
    },
  ];
}
