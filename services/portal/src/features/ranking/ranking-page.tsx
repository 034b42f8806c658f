import './ranking.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { Chart } from '../../shell/chart.js';
import { Loaded } from '../../shell/loaded.js';
import { PageHead } from '../../shell/page-head.js';
import { useChartFont } from '../../shell/use-chart-font.js';
import { barHeightPx, barOption } from '../efficacy/bar-chart.model.js';
import { useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { Places, placeFigure } from './places.js';
import { type Ranking, useRanking } from './use-rankings.js';

export function RankingPage() {
  const { rankingId = '' } = useParams();
  return <Loaded query={useRanking(rankingId)}>{(ranking) => <OneRanking ranking={ranking} />}</Loaded>;
}

function OneRanking({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const system = useIndicatorSystem(ranking.indicatorSystemId);
  const names = new Map((system.data?.nodes ?? []).map(({ key, name }) => [key, name]));
  const name = t('indicatorSystem.nameAndVersion', {
    name: ranking.indicatorSystemName,
    version: ranking.indicatorSystemVersion,
  });
  return (
    <>
      <PageHead title={t('ranking.titleOf', { name })} back="/rankings" />
      <p className="hint">{t('ranking.noPersons')}</p>
      <Head ranking={ranking} />
      <RankingChart ranking={ranking} />
      <Places ranking={ranking} names={names} />
      <LeftOut ranking={ranking} />
    </>
  );
}

function Head({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="card facts">
      <dt>{t('ranking.methodLabel')}</dt>
      <dd>
        {t(`ranking.method.${ranking.method}`)}
        {ranking.scaling !== null && ` · ${t(`ranking.scaling.${ranking.scaling}`)}`}
      </dd>
      <dt>{t('score.weights')}</dt>
      <dd>
        <Link to={`/weight-versions/${ranking.weightVersionId}`}>{t('score.toWeights')}</Link>
      </dd>
      <dt>{t('ranking.createdAt')}</dt>
      <dd>{format.instant(ranking.createdAt)}</dd>
    </dl>
  );
}

const chartedMax = 30;

/** The best thirty: more bars than that nobody compares by eye. */
function RankingChart({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { entries, method } = ranking;
  const shown = entries.slice(0, chartedMax);
  const fontSizePx = useChartFont();
  const option = useMemo(
    () =>
      barOption(
        entries
          .slice(0, chartedMax)
          .map(({ activityTitle, score }) => ({ name: activityTitle, value: score })),
        method === 'topsis' ? { min: 0, max: 1, digits: 3 } : { min: 0, max: 100, digits: 1 },
        fontSizePx,
      ),
    [entries, method, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="chart-title">
      <h2 id="chart-title">{t(`ranking.chart.${method}`)}</h2>
      <Chart
        label={t(`ranking.chart.${method}`)}
        option={option}
        heightPx={barHeightPx(shown.length, fontSizePx)}
        columns={[
          { key: 'rank', title: t('ranking.place'), isNumber: true, cell: ({ rank }) => rank },
          { key: 'activity', title: t('survey.activity'), cell: ({ activityTitle }) => activityTitle },
          {
            key: 'score',
            title: t(`ranking.figure.${method}`),
            isNumber: true,
            cell: ({ score }) => placeFigure(score, method),
          },
        ]}
        rows={entries}
        rowKey={({ activityId }) => activityId}
      />
    </section>
  );
}

function LeftOut({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  if (ranking.leftOut.length === 0) return null;
  return (
    <section className="card" aria-labelledby="left-out-title">
      <h2 id="left-out-title">{t('ranking.leftOut')}</h2>
      <p className="hint">{t(`ranking.leftOutHint.${ranking.method}`)}</p>
      <ul>
        {ranking.leftOut.map(({ activityId, activityTitle }) => (
          <li key={activityId}>
            <Link to={`/activities/${activityId}`}>{activityTitle ?? t('score.unnamedActivity')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
