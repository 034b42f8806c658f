import '../../../kit/styles/figure-tiles.css';
import '../../../kit/styles/section-head.css';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { useCellName } from '../efficacy/use-cell-name.js';
import { Distribution } from './distribution-bar.js';
import { netPromoterScore, partsOf } from './distribution.model.js';
import { ResultTexts } from './result-texts.js';
import { ResultsExport } from './results-export.js';
import { isPublished, type ResultCut, resultCuts, type ResultRow } from './survey-results.model.js';
import type { Survey, SurveyResults } from './use-surveys.js';

/** What a closed survey found, frozen at its close. */
export function SurveyResultsPanel({ survey }: { readonly survey: Survey }) {
  const { data, error, refetch } = useRead('survey', '/surveys/{surveyId}/results', { surveyId: survey.id });
  if (data !== undefined) return <Results survey={survey} results={data} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <LoadingState rows={6} />;
}

interface ResultsProps {
  readonly survey: Survey;
  readonly results: SurveyResults;
}

function Results({ survey, results }: ResultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cuts = useMemo(() => resultCuts(survey, results), [survey, results]);
  const whole = cuts.find(({ dimension }) => dimension === 'all');
  return (
    <>
      <p className="hint">{t('survey.frozenOn', { date: format.date(results.frozenOn) })}</p>
      {survey.singleSource === true && (
        <Alert type="warning" showIcon title={t('survey.singleSourceResults')} className="notice" />
      )}
      <Participation results={results} />
      {whole !== undefined && <Whole survey={survey} cut={whole} />}
      {cuts
        .filter((cut) => cut !== whole)
        .map((cut) => (
          <OneCut key={`${cut.dimension} ${cut.key}`} cut={cut} />
        ))}
      <ResultTexts survey={survey} results={results} />
    </>
  );
}

/** All participants were asked; those with a token may have answered. */
function Participation({ results: { participation } }: Pick<ResultsProps, 'results'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (participation === null) return null;
  const { came, tokensIssued, answered } = participation;
  return (
    <dl className="figure-tiles">
      <div>
        <dt>{t('survey.came')}</dt>
        <dd>{format.number(came)}</dd>
      </div>
      <div>
        <dt>{t('survey.tokensIssued')}</dt>
        <dd>{format.number(tokensIssued)}</dd>
      </div>
      <div>
        <dt>{t('survey.answered')}</dt>
        <dd>{format.number(answered)}</dd>
      </div>
      <div>
        <dt>{t('survey.rate')}</dt>
        <dd>{format.share(answered / Math.max(came, answered, 1))}</dd>
      </div>
    </dl>
  );
}

function Whole({ survey, cut }: { readonly survey: Survey; readonly cut: ResultCut }) {
  const { t } = useTranslation();
  if (!isPublished(cut)) {
    return (
      <Alert
        type="info"
        showIcon
        title={t('survey.suppressed')}
        description={t('survey.suppressedHint')}
        className="notice"
      />
    );
  }
  return (
    <>
      <Means cut={cut} />
      <section className="card" aria-labelledby="divided-title">
        <div className="section-head">
          <h2 id="divided-title">{t('survey.dividedTitle')}</h2>
          <ResultsExport survey={survey} rows={cut.rows} />
        </div>
        <p className="hint">{t('survey.dividedHint')}</p>
        {cut.rows.map((row) => (
          <Divided key={row.key} row={row} />
        ))}
      </section>
    </>
  );
}

/** The mean of everything that is answered from 1 to 5. */
function Means({ cut }: { readonly cut: ResultCut }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const fontSizePx = useChartFont();
  const rows = useMemo(() => cut.rows.filter(({ question }) => question.kind === 'likert'), [cut]);
  const option = useMemo(() => {
    const published = rows.filter(({ mean }) => mean !== null);
    return barOption(
      published.map(({ text, mean }) => ({ name: text, value: mean ?? 0 })),
      { min: 1, max: 5, digits: 2 },
      fontSizePx,
    );
  }, [rows, fontSizePx]);
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="results-title">
      <h2 id="results-title">{t('survey.results')}</h2>
      <p className="hint">{t('survey.resultsHint')}</p>
      <Chart
        label={t('survey.resultsChart')}
        option={option}
        heightPx={barHeightPx(rows.length, fontSizePx)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
      />
    </section>
  );
}

function Divided({ row }: { readonly row: ResultRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = useMemo(() => partsOf(row.question, row.distribution ?? []), [row]);
  const score = row.question.kind === 'nps' ? netPromoterScore(parts) : null;
  return (
    <div>
      <h3>{row.text}</h3>
      {row.question.kind === 'nps' && (
        <p>
          {score === null ? t('survey.npsUnknown') : t('survey.nps')}{' '}
          {score !== null && <b className="net-score">{format.number(score)}</b>}
        </p>
      )}
      {row.distribution === null ? (
        <p className="hint">{t('survey.undivided')}</p>
      ) : (
        <Distribution question={row.question} parts={parts} />
      )}
    </div>
  );
}

/** One division of the answers; where it is too small it says so, and looks like one without answers (E129). */
function OneCut({ cut }: { readonly cut: ResultCut }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const cellName = useCellName();
  const title = cut.dimension === 'functionBusiness' ? cellName(cut.key) : t('survey.cut.organiser');
  return (
    <details className="card fold">
      <summary>{t('survey.cutOf', { title })}</summary>
      {isPublished(cut) ? (
        <DataTable caption={title} columns={columns} rows={cut.rows} rowKey={(row) => row.key} />
      ) : (
        <p>{t('survey.suppressedHint')}</p>
      )}
    </details>
  );
}

function useColumns(): readonly Column<ResultRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const withheld = t('survey.withheld');
  return [
    { key: 'text', title: t('survey.questionLabel'), cell: ({ text }) => text },
    {
      key: 'mean',
      title: t('survey.mean'),
      isNumber: true,
      cell: ({ mean }) => (mean === null ? withheld : format.number(Math.round(mean * 100) / 100)),
    },
    {
      key: 'count',
      title: t('survey.count'),
      isNumber: true,
      cell: ({ count }) => (count === null ? withheld : format.number(count)),
    },
  ];
}
