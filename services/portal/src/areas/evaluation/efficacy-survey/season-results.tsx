import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/ledger.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { PublishedAnswers } from './published-answers.js';
import { SeasonFacts } from './season-facts.js';
import { SeasonMap } from './season-map.js';
import { changeOf, pairedBarHeightPx, pairedBarOption } from './season-results.model.js';
import {
  aspects,
  type EfficacyResults,
  type EfficacySurvey,
  type KindResult,
} from './use-efficacy-surveys.js';

/** What a season found, kind by kind, frozen at its close. */
export function SeasonResults({ survey }: { readonly survey: EfficacySurvey }) {
  const { data, error, refetch } = useRead('efficacySurvey', '/efficacy-surveys/{efficacySurveyId}/results', {
    efficacySurveyId: survey.id,
  });
  if (data !== undefined) return <Results survey={survey} results={data} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <LoadingState rows={8} />;
}

interface ResultsProps {
  readonly survey: EfficacySurvey;
  readonly results: EfficacyResults;
}

function Results({ survey, results }: ResultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { frozenOn, kinds } = results;
  const isEmpty = kinds.every(({ answers }) => answers === 0);
  return (
    <>
      {frozenOn !== null && (
        <p className="hint">{t('efficacySurvey.frozenOn', { date: format.date(frozenOn) })}</p>
      )}
      <FileButtons
        files={[
          {
            label: t('efficacySurvey.download'),
            path: `/api/v1/efficacy-surveys/${survey.id}/results/file?format=xlsx`,
            name: `${survey.name}.xlsx`,
          },
        ]}
        refused={t('efficacySurvey.downloadFailed')}
      />
      {isEmpty ? <EmptyState text={t('efficacySurvey.nothing')} /> : <SideBySide kinds={kinds} />}
      <Change results={results} />
      {!isEmpty && <SeasonMap kinds={kinds} />}
      <SeasonFacts kinds={kinds} />
      <PublishedAnswers survey={survey} />
      <section className="card" aria-labelledby="participants-title">
        <h2 id="participants-title">{t('efficacySurvey.participants')}</h2>
        <p className="hint">{t('efficacySurvey.participantsHint')}</p>
        <p>
          <Link to={`/efficacy?from=${survey.from}&to=${survey.to}`} className="back">
            {t('efficacySurvey.toEfficacy')}
          </Link>
        </p>
      </section>
    </>
  );
}

interface KindsProps {
  readonly kinds: readonly KindResult[];
}

function SideBySide({ kinds }: KindsProps) {
  const { t } = useTranslation();
  const fontSizePx = useChartFont();
  const columns = useColumns();
  const option = useMemo(
    () =>
      pairedBarOption(
        kinds.map(({ kind, identification, satisfaction }) => ({
          name: t(`efficacySurvey.kind.${kind}`),
          values: [identification, satisfaction],
        })),
        { series: aspects.map((one) => t(`efficacySurvey.aspect.${one}`)), min: 1, max: 5, fontSizePx },
      ),
    [kinds, fontSizePx, t],
  );
  return (
    <section className="card" aria-labelledby="results-title">
      <h2 id="results-title">{t('efficacySurvey.results')}</h2>
      <p className="hint">{t('efficacySurvey.resultsHint')}</p>
      <Chart
        label={t('efficacySurvey.resultsChart')}
        option={option}
        heightPx={pairedBarHeightPx(kinds.length, fontSizePx)}
        columns={columns}
        rows={kinds}
        rowKey={({ kind }) => kind}
      />
      <p className="hint">{t('efficacySurvey.withheldHint')}</p>
    </section>
  );
}

function useColumns(): readonly Column<KindResult>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'kind',
      title: t('efficacySurvey.kindLabel'),
      cell: ({ kind }) => t(`efficacySurvey.kind.${kind}`),
    },
    ...aspects.map((aspect): Column<KindResult> => ({
      key: aspect,
      title: t(`efficacySurvey.aspect.${aspect}`),
      isNumber: true,
      cell: (one) => one[aspect]?.toFixed(2) ?? t('efficacySurvey.withheld'),
    })),
    {
      key: 'invited',
      title: t('efficacySurvey.invited'),
      isNumber: true,
      cell: ({ invited }) => format.number(invited),
    },
    {
      key: 'answers',
      title: t('efficacySurvey.counted'),
      isNumber: true,
      cell: ({ answers }) => format.number(answers),
    },
  ];
}

const earlier = {
  identification: 'previousIdentification',
  satisfaction: 'previousSatisfaction',
} as const;

/** How it has changed since the season before, for kinds that both seasons show. */
function Change({ results: { previous, kinds } }: { readonly results: EfficacyResults }) {
  const { t } = useTranslation();
  const fontSizePx = useChartFont();
  const changed = useMemo(
    () =>
      kinds.filter((one) => aspects.some((aspect) => changeOf(one[aspect], one[earlier[aspect]]) !== null)),
    [kinds],
  );
  const option = useMemo(
    () =>
      pairedBarOption(
        changed.map((one) => ({
          name: t(`efficacySurvey.kind.${one.kind}`),
          values: aspects.map((aspect) => changeOf(one[aspect], one[earlier[aspect]])),
        })),
        { series: aspects.map((one) => t(`efficacySurvey.aspect.${one}`)), fontSizePx, isChange: true },
      ),
    [changed, fontSizePx, t],
  );
  const columns = useChangeColumns();
  if (previous === null) return <p className="hint">{t('efficacySurvey.noPrevious')}</p>;
  return (
    <section className="card" aria-labelledby="change-title">
      <h2 id="change-title">{t('efficacySurvey.comparedWith', { name: previous.name })}</h2>
      {changed.length === 0 ? (
        <p>{t('efficacySurvey.nothing')}</p>
      ) : (
        <Chart
          label={t('efficacySurvey.changeChart')}
          option={option}
          heightPx={pairedBarHeightPx(changed.length, fontSizePx)}
          columns={columns}
          rows={changed}
          rowKey={({ kind }) => kind}
        />
      )}
    </section>
  );
}

function useChangeColumns(): readonly Column<KindResult>[] {
  const { t } = useTranslation();
  const figure = (value: number | null): string => value?.toFixed(2) ?? t('efficacySurvey.withheld');
  return [
    {
      key: 'kind',
      title: t('efficacySurvey.kindLabel'),
      cell: ({ kind }) => t(`efficacySurvey.kind.${kind}`),
    },
    ...aspects.flatMap((aspect): Column<KindResult>[] => {
      const name = t(`efficacySurvey.aspect.${aspect}`);
      const before = (one: KindResult): number | null => one[earlier[aspect]];
      return [
        {
          key: `${aspect}.before`,
          title: `${name} · ${t('efficacySurvey.previous')}`,
          isNumber: true,
          cell: (one) => figure(before(one)),
        },
        { key: `${aspect}.now`, title: name, isNumber: true, cell: (one) => figure(one[aspect]) },
        {
          key: `${aspect}.change`,
          title: `${name} · ${t('efficacySurvey.change')}`,
          isNumber: true,
          cell: (one) => figure(changeOf(one[aspect], before(one))),
        },
      ];
    }),
  ];
}
