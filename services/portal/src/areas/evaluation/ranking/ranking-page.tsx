import '../../../kit/styles/ranking.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { LeftOutSection } from './left-out.js';
import { NoticeStatus } from './notice-status.js';
import { Places, placeFigure } from './places.js';
import type { Ranking } from './ranking.model.js';

const RankingSteps = lazyPart('RankingSteps', () => import('./ranking-steps.js'));
const ProofSection = lazyPart('ProofSection', () => import('./proof-section.js'));
const AppealSection = lazyPart('AppealSection', () => import('./appeal-section.js'));

export function RankingPage() {
  const { rankingId = '' } = useParams();
  return (
    <Loaded query={useRead('ranking', '/rankings/{rankingId}', { rankingId })}>
      {(ranking) => <OneRanking key={ranking.id} ranking={ranking} />}
    </Loaded>
  );
}

function OneRanking({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const tends = useReaches(ranking.unionId, ['evaluator']);
  const { title, revision } = ranking;
  const name = revision > 1 ? t('rankingLife.titleAndRevision', { title, revision }) : title;
  return (
    <DetailPage
      title={t('ranking.titleOf', { name })}
      back="/rankings"
      state={<span className="tag">{t(`rankingLife.states.${ranking.state}`)}</span>}
      notices={<NoticeStatus ranking={ranking} />}
      aside={
        <>
          {tends && <RankingSteps ranking={ranking} />}
          <Head ranking={ranking} />
        </>
      }
      below={
        <>
          <Places ranking={ranking} />
          {ranking.leftOutCount > 0 && <LeftOutSection ranking={ranking} />}
          {ranking.state !== 'draft' && <AppealSection ranking={ranking} />}
          <ProofSection ranking={ranking} />
        </>
      }
    >
      <RankingChart ranking={ranking} />
    </DetailPage>
  );
}

function Head({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { indicatorSystemName, indicatorSystemVersion, unionName, minimumAnswers, groupBy } = ranking;
  return (
    <dl className="card facts">
      <dt>{t('rankingLife.subjectKind')}</dt>
      <dd>{t(`rankingLife.kinds.${ranking.subjectKind}`)}</dd>
      <dt>{t('rankingLife.by')}</dt>
      <dd>{unionName}</dd>
      <dt>{t('survey.system')}</dt>
      <dd>
        {t('indicatorSystem.nameAndVersion', { name: indicatorSystemName, version: indicatorSystemVersion })}
      </dd>
      <dt>{t('ranking.methodLabel')}</dt>
      <dd>
        {t(`ranking.method.${ranking.method}`)}
        {ranking.scaling !== null && ` · ${t(`ranking.scaling.${ranking.scaling}`)}`}
      </dd>
      <dt>{t('rankingLife.groupBy')}</dt>
      <dd>{t(`rankingLife.groupings.${groupBy}`)}</dd>
      {minimumAnswers > 0 && (
        <>
          <dt>{t('rankingLife.minimumAnswers')}</dt>
          <dd>{minimumAnswers}</dd>
        </>
      )}
      <dt>{t('rankingLife.ranked')}</dt>
      <dd>{t('rankingLife.rankedOf', { ranked: ranking.ranked, leftOut: ranking.leftOutCount })}</dd>
      <dt>{t('score.weights')}</dt>
      <dd>
        <Link to={`/weight-versions/${ranking.weightVersionId}`}>{t('score.toWeights')}</Link>
      </dd>
      <dt>{t('ranking.createdAt')}</dt>
      <dd>{format.instant(ranking.createdAt)}</dd>
    </dl>
  );
}

/** The first ten: more bars than that nobody compares by eye. */
function RankingChart({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { entries, method } = ranking;
  const fontSizePx = useChartFont();
  const option = useMemo(
    () =>
      barOption(
        entries.map(({ subjectName, score }) => ({ name: subjectName, value: score })),
        method === 'topsis' ? { min: 0, max: 1, digits: 3 } : { min: 0, max: 100, digits: 1 },
        fontSizePx,
      ),
    [entries, method, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="chart-title">
      <h2 id="chart-title">{t(`rankingLife.chart.${method}`)}</h2>
      <Chart
        label={t(`rankingLife.chart.${method}`)}
        option={option}
        heightPx={barHeightPx(entries.length, fontSizePx)}
        columns={[
          { key: 'rank', title: t('ranking.place'), isNumber: true, cell: ({ rank }) => rank },
          { key: 'name', title: t('rankingLife.name'), cell: ({ subjectName }) => subjectName },
          {
            key: 'score',
            title: t(`ranking.figure.${method}`),
            isNumber: true,
            cell: ({ score }) => placeFigure(score, method),
          },
        ]}
        rows={entries}
        rowKey={({ subjectId }) => subjectId}
      />
    </section>
  );
}
