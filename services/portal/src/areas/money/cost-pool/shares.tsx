import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatFen } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { plotted } from '../ledger/amount.model.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { type CostItem, type CostPool, keyOf, type Side, sidesOf } from './cost-pool.model.js';

interface SharesProps {
  readonly pool: CostPool;
  readonly items: readonly CostItem[];
  /** Are some bills not loaded yet? */
  readonly isPartial: boolean;
}

/** The payments and shares of each party, and the computation of each share. */
export function Shares({ pool, items, isPartial }: SharesProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="shares-title">
      <h2 id="shares-title">{t('money.costPool.shares.title')}</h2>
      {pool.shares.length === 0 ? (
        <>
          <p>{t('money.costPool.shares.none')}</p>
          <p className="hint">{t('money.costPool.shares.noneHint')}</p>
        </>
      ) : (
        <>
          <SharesChart pool={pool} items={items} />
          {isPartial && <p className="hint">{t('money.costPool.shares.partial')}</p>}
          <Traces pool={pool} />
        </>
      )}
    </section>
  );
}

function SharesChart({ pool, items }: Pick<SharesProps, 'pool' | 'items'>) {
  const { t } = useTranslation();
  const sides = useMemo(() => sidesOf(pool, items), [pool, items]);
  const fontSize = useChartFont();
  const option = useSharesOption(sides);
  return (
    <Chart
      label={t('money.costPool.shares.chart')}
      option={option}
      heightPx={220 + 2 * fontSize * sides.length}
      columns={useSideColumns()}
      rows={sides}
      rowKey={({ party }) => keyOf(party)}
    />
  );
}

/** Two bars of the same length with a part for each party: the payments and the shares. */
function useSharesOption(sides: readonly Side[]): EChartsCoreOption {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const fontSize = useChartFont();
  const [paid, borne] = [t('money.costPool.shares.paid'), t('money.costPool.shares.borne')];
  return useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 8 + 2 * fontSize * sides.length, bottom: 8, containLabel: true },
      legend: {
        textStyle: { fontSize },
        itemGap: fontSize * 0.8,
        top: 0,
        orient: 'vertical',
        left: 0,
        data: sides.map(({ party }) => party.name),
      },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText', // names come from people: none of them is ever HTML
        confine: true,
        formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
          const side = sides[seriesIndex];
          if (side === undefined) return '';
          const { amount } = dataIndex === 1 ? side.paid : borneOf(side);
          return `${side.party.name} ${formatFen(amount, locale)}`;
        },
      },
      xAxis: { type: 'value', splitNumber: 2, axisLabel: { fontSize, hideOverlap: true } },
      // The first stands lowest.
      yAxis: { type: 'category', data: [borne, paid], axisLabel: { fontSize } },
      series: sides.map((side) => ({
        type: 'bar',
        stack: 'all',
        name: side.party.name,
        barMaxWidth: 44,
        itemStyle: { borderColor: 'var(--paper)', borderWidth: 1 },
        data: [plotted(borneOf(side)), plotted(side.paid)],
      })),
    }),
    [sides, paid, borne, locale, fontSize],
  );
}

/** The share plus the subsidy; usually one of them is zero. */
function borneOf({ share, subsidy }: Side): { readonly amount: string } {
  return { amount: String(BigInt(share.amount) + BigInt(subsidy.amount)) };
}

function useSideColumns(): Column<Side>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    { key: 'party', title: t('money.party'), cell: ({ party }) => party.name },
    {
      key: 'paid',
      title: t('money.costPool.shares.paid'),
      isNumber: true,
      cell: ({ paid }) => money(paid),
    },
    {
      key: 'share',
      title: t('money.costPool.shares.share'),
      isNumber: true,
      cell: ({ share }) => money(share),
    },
    {
      key: 'subsidy',
      title: t('money.costPool.shares.subsidyPart'),
      isNumber: true,
      cell: ({ subsidy }) => money(subsidy),
    },
    {
      key: 'difference',
      title: t('money.costPool.shares.difference'),
      isNumber: true,
      cell: ({ difference }) => <SignedAmount amount={difference} />,
    },
  ];
}

function Traces({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <>
      <h3>{t('money.costPool.shares.how')}</h3>
      <ul className="plain-list traces">
        {pool.shares.map(({ party, amount, returned, headcount, trace }) => (
          <li key={keyOf(party)}>
            <p className="trace-head">
              <strong>
                {t('money.costPool.shares.shareOf', { party: party.name, amount: money(amount) })}
              </strong>
              {headcount !== null && (
                <span className="hint"> {t('money.costPool.shares.people', { count: headcount })}</span>
              )}
              {returned.amount !== '0' && (
                <span className="hint">
                  {' '}
                  · {t('money.costPool.shares.returned', { amount: money(returned) })}
                </span>
              )}
            </p>
            <ol>
              {trace.map((step, place) => (
                <li key={`${place}.${step}`}>{step}</li>
              ))}
            </ol>
            <p>
              <Link
                to={`/cost-pools/${pool.id}/shares/${keyOf(party)}`}
                aria-label={t('money.whyShareOf', { title: party.name })}
              >
                {t('money.whyShare')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {pool.rotation > 0 && (
        <p className="hint">{t('money.costPool.shares.tieOrder', { rotation: pool.rotation })}</p>
      )}
    </>
  );
}
