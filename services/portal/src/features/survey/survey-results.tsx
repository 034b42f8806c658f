import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { Chart } from '../../shell/chart.js';
import type { Column } from '../../shell/data-table.js';
import { DataTable } from '../../shell/data-table.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { barHeightPx, barOption } from '../efficacy/bar-chart.model.js';
import { useChartFont } from '../../shell/use-chart-font.js';
import { useCellName } from '../efficacy/use-cell-name.js';
import { isPublished, type ResultCut, resultCuts, type ResultRow } from './survey-results.model.js';
import { type Survey, type SurveyResults, useSurveyResults } from './use-surveys.js';

/** What a closed survey found, frozen at its close. */
export function SurveyResultsPanel({ survey }: { readonly survey: Survey }) {
  const { data, error, refetch } = useSurveyResults(survey.id);
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
      {whole !== undefined && <Whole cut={whole} />}
      {cuts
        .filter((cut) => cut !== whole)
        .map((cut) => (
          <OneCut key={`${cut.dimension} ${cut.key}`} cut={cut} />
        ))}
      <Texts survey={survey} results={results} />
    </>
  );
}

function Whole({ cut }: { readonly cut: ResultCut }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const fontSizePx = useChartFont();
  const option = useMemo(() => {
    const published = cut.rows.filter(({ mean }) => mean !== null);
    return barOption(
      published.map(({ text, mean }) => ({ name: text, value: mean ?? 0 })),
      { min: 1, max: 5, digits: 2 },
      fontSizePx,
    );
  }, [cut, fontSizePx]);
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
    <section className="card" aria-labelledby="results-title">
      <h2 id="results-title">{t('survey.results')}</h2>
      <p className="hint">{t('survey.resultsHint')}</p>
      <Chart
        label={t('survey.resultsChart')}
        option={option}
        heightPx={barHeightPx(cut.rows.length, fontSizePx)}
        columns={columns}
        rows={cut.rows}
        rowKey={(row) => row.key}
      />
      {cut.rows.some(({ mean }) => mean === null) && <p className="hint">{t('survey.suppressedHint')}</p>}
    </section>
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

function Texts({ survey, results }: ResultsProps) {
  const { t } = useTranslation();
  const asked = survey.questions.filter(({ kind }) => kind === 'text');
  return asked.map(({ key, text }) => {
    const texts = results.texts.find((one) => one.key === key)?.texts ?? [];
    return (
      <section key={key} className="card" aria-labelledby={`text-${key}`}>
        <h2 id={`text-${key}`}>{text}</h2>
        {texts.length === 0 ? (
          <p>{t('survey.suppressedHint')}</p>
        ) : (
          <>
            <p className="hint">{t('survey.textsOrder')}</p>
            <ul className="plain-list results-texts">
              {texts.map((one, index) => (
                <li key={index}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    );
  });
}
