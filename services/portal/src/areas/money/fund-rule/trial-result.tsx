import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { EmptyState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { plotted, sumOf } from '../ledger/amount.model.js';
import { type FundRuleSet, type RuleTotal, totalsByRule } from './fund-rule-form.js';
import type { TrialBreach } from './fund-rule.model.js';
import { useMeasure } from './use-measure.js';
import { useRuleWords } from './use-rule-words.js';
import type { TrialOutcome } from './use-trial.js';

interface TrialResultProps {
  readonly set: FundRuleSet;
  readonly result: TrialOutcome;
}

/** More lines than these are for a spreadsheet. */
const shownMax = 200;

/** The breaches of a trial: in sum, by rule, and by bill. */
export function TrialResult({ set, result }: TrialResultProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { breaches, poolCount, unjudgedCount } = result;
  if (poolCount === 0) return <EmptyState text={t('fundRule.trial.none')} />;
  const over = money(sumOf(breaches.map(({ overAmount }) => overAmount)));
  return (
    <section className="card" aria-labelledby="trial-title">
      <h2 id="trial-title">{t('fundRule.trial.table')}</h2>
      <p role="status">
        {breaches.length === 0
          ? t('fundRule.trial.clean', { pools: poolCount })
          : t('fundRule.trial.result', { pools: poolCount, breaches: breaches.length, over })}
      </p>
      {unjudgedCount > 0 && <p className="hint">{t('fundRule.trial.unjudged', { count: unjudgedCount })}</p>}
      {breaches.length > 0 && (
        <>
          <RuleChart set={set} breaches={breaches} />
          <Breaches breaches={breaches} />
        </>
      )}
    </section>
  );
}

interface BreachesProps {
  readonly breaches: readonly TrialBreach[];
}

function RuleChart({ set, breaches }: BreachesProps & { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const { ruleWords } = useRuleWords();
  const fontSize = useChartFont();
  const totals = useMemo(() => totalsByRule(breaches), [breaches]);
  const over = t('fundRule.trial.over');
  const nameOf = ({ key, kind }: RuleTotal): string => {
    const rule = set.rules.find((one) => one.key === key);
    return rule === undefined ? t(`fundRule.kinds.${kind}`) : ruleWords(rule);
  };
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: 'item', renderMode: 'richText', confine: true },
      xAxis: { type: 'value', name: over, nameLocation: 'middle', splitNumber: 2, axisLabel: { fontSize } },
      // The first stands lowest, so the largest comes last.
      yAxis: {
        type: 'category',
        data: totals.map(({ kind }) => t(`fundRule.kinds.${kind}`)).reverse(),
        axisLabel: { fontSize },
      },
      series: [{ type: 'bar', barMaxWidth: 32, data: totals.map((total) => plotted(total.over)).reverse() }],
    }),
    [totals, over, fontSize, t],
  );
  return (
    <Chart
      label={t('fundRule.trial.chart')}
      option={option}
      heightPx={120 + 44 * totals.length}
      columns={[
        { key: 'rule', title: t('fundRule.trial.rule'), cell: nameOf },
        {
          key: 'count',
          title: t('fundRule.trial.count'),
          isNumber: true,
          cell: ({ count }) => number(count),
        },
        { key: 'over', title: over, isNumber: true, cell: (total) => money(total.over) },
      ]}
      rows={totals}
      rowKey={({ key }) => key}
    />
  );
}

function Breaches({ breaches }: BreachesProps) {
  const { t } = useTranslation();
  const columns = useBreachColumns();
  return (
    <>
      <div className="actions">
        <BreachExport breaches={breaches} />
      </div>
      {breaches.length > shownMax && (
        <p className="hint">{t('fundRule.trial.truncated', { count: shownMax })}</p>
      )}
      <DataTable
        caption={t('fundRule.trial.table')}
        columns={columns}
        rows={breaches.slice(0, shownMax)}
        rowKey={({ itemId, ruleKey }) => `${itemId} ${ruleKey}`}
      />
    </>
  );
}

function useBreachColumns(): Column<TrialBreach>[] {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const measure = useMeasure();
  return [
    {
      key: 'activity',
      title: t('money.costPool.activity'),
      cell: ({ costPoolId, title }) => (
        <Link to={`/cost-pools/${costPoolId}`} className="cell-link">
          {title}
        </Link>
      ),
    },
    { key: 'on', title: t('money.date'), cell: ({ on }) => date(on) },
    { key: 'organiser', title: t('money.costPool.organiser'), cell: ({ organiserName }) => organiserName },
    { key: 'item', title: t('fundRule.check.item'), cell: ({ itemTitle }) => itemTitle },
    { key: 'rule', title: t('fundRule.trial.rule'), cell: ({ kind }) => t(`fundRule.kinds.${kind}`) },
    {
      key: 'allowed',
      title: t('fundRule.check.allowed'),
      isNumber: true,
      cell: (one) => measure(one, one.allowed),
    },
    {
      key: 'actual',
      title: t('fundRule.check.actual'),
      isNumber: true,
      cell: (one) => measure(one, one.actual),
    },
    {
      key: 'over',
      title: t('fundRule.check.over'),
      isNumber: true,
      cell: ({ overAmount }) => money(overAmount),
    },
  ];
}

function BreachExport({ breaches }: BreachesProps) {
  const { t } = useTranslation();
  const measure = useMeasure();
  return (
    <ExportButton<TrialBreach>
      fileName={t('fundRule.trial.exportName')}
      // The page has all rows already.
      fetchPage={() => Promise.resolve({ items: breaches, nextCursor: null })}
      columns={[
        { title: t('money.costPool.activity'), text: ({ title }) => title },
        { title: t('money.date'), kind: 'day', text: ({ on }) => on },
        { title: t('money.costPool.organiser'), text: ({ organiserName }) => organiserName },
        { title: t('fundRule.check.item'), text: ({ itemTitle }) => itemTitle ?? '' },
        { title: t('fundRule.trial.rule'), text: ({ kind }) => t(`fundRule.kinds.${kind}`) },
        { title: t('fundRule.check.allowed'), text: (one) => measure(one, one.allowed) },
        { title: t('fundRule.check.actual'), text: (one) => measure(one, one.actual) },
        {
          title: t('fundRule.trial.over'),
          kind: 'money',
          text: ({ overAmount }) => yuanOf(overAmount.amount),
        },
      ]}
    />
  );
}
