import '../../../kit/styles/efficacy.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { HeatMap } from './heat-map.js';
import { type Period, periodOf } from '../../../kit/period.js';
import { PeriodBar } from './period-bar.js';

type EfficacyCell = components['schemas']['EfficacyCell'];

/** The published opinion of participants on each resource function in each business. */
export function EfficacyPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const period = periodOf(search, new Date());
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    ...readOf('efficacy', '/efficacy', period),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('app.page.efficacy')} />
      <p className="hint">{t('efficacy.intro')}</p>
      <PeriodBar
        key={`${period.from} ${period.to}`}
        period={period}
        onChange={(changed) => setSearch({ ...changed })}
      />
      {isPending && <LoadingState rows={8} />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {error === null && data !== undefined && (
        <div aria-busy={isPlaceholderData}>
          <Cells cells={data.cells} period={period} />
        </div>
      )}
    </>
  );
}

interface CellsProps {
  readonly cells: readonly EfficacyCell[];
  readonly period: Period;
}

function Cells({ cells, period }: CellsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const values = useMemo(
    () => cells.map((cell) => ({ ...cell, key: `${cell.function}.${cell.business}`, value: cell.mean })),
    [cells],
  );
  const known = values.filter(({ value }) => value !== null);
  if (known.length === 0) return <EmptyState text={t('efficacy.empty')} />;
  const withheld = t('survey.withheld');
  return (
    <section className="card" aria-labelledby="map-title">
      <h2 id="map-title">
        {t('efficacy.title', { from: format.date(period.from), to: format.date(period.to) })}
      </h2>
      <HeatMap
        label={t('efficacy.chart')}
        cells={values}
        scale={{ min: 1, max: 5 }}
        more={[
          {
            key: 'answers',
            title: t('efficacy.answers'),
            isNumber: true,
            cell: ({ answers }) => (answers === null ? withheld : format.number(answers)),
          },
          {
            key: 'surveys',
            title: t('efficacy.surveys'),
            isNumber: true,
            cell: ({ surveys }) => (surveys === null ? withheld : format.number(surveys)),
          },
        ]}
      />
      <p className="hint">{t('efficacy.withheldHint')}</p>
    </section>
  );
}
