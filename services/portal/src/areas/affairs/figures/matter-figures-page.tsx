import '../../../kit/styles/list-page.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { thisYear } from '../../../session/year-choice.js';
import {
  figureYearOf,
  type MonthFigures,
  monthParts,
  monthsOption,
  type ServiceFigures,
  type TopicFigures,
} from './figures.model.js';
import { YearFilter } from './year-filter.js';

type Figures = AnswerAt<'/unions/{unionId}/matter-figures'>;

/** How the services of a union and those below it did in a year, by service and by month. */
export function MatterFiguresPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [first] = useOffices().unionIdsOf('officer', 'auditor');
  const unionId = search.get('union') ?? first;
  const year = figureYearOf(search, thisYear());
  const query = useRead(
    'matter',
    '/unions/{unionId}/matter-figures',
    unionId === undefined ? undefined : { unionId, year: Number(year) },
  );
  const look = (changed: { readonly union?: string; readonly year?: string }): void =>
    setSearch({ year, ...(unionId === undefined ? {} : { union: unionId }), ...changed });
  return (
    <>
      <PageHead title={t('matter.figuresTitle')} back="/matters">
        {query.data !== undefined && <Export figures={query.data} year={year} />}
        <ButtonLink to="/coverage" isPlain>
          {t('matter.coverage')}
        </ButtonLink>
        <ButtonLink to="/service-figures" isPlain>
          {t('matter.publicFigures')}
        </ButtonLink>
      </PageHead>
      <p className="hint">{t('matter.figuresHint')}</p>
      <div className="list-filters">
        <UnionPicker
          label={t('matter.union')}
          roles={['officer', 'auditor']}
          none={t('common.choose')}
          onChange={(union) => look(union === undefined ? {} : { union })}
          {...(unionId === undefined ? {} : { value: unionId })}
        />
        <YearFilter year={year} onChange={(chosen) => look(chosen === undefined ? {} : { year: chosen })} />
      </div>
      {unionId !== undefined && (
        <Loaded query={query}>
          {(figures) =>
            figures.items.length === 0 ? (
              <EmptyState text={t('matter.noFigures')} />
            ) : (
              <Parts figures={figures} />
            )
          }
        </Loaded>
      )}
    </>
  );
}

function Parts({ figures: { items, months, topics } }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="card" aria-labelledby="by-service-title">
        <h2 id="by-service-title">{t('matter.byService')}</h2>
        <DataTable
          caption={t('matter.byService')}
          columns={useServiceColumns()}
          rows={items}
          rowKey={({ serviceId }) => serviceId}
        />
      </section>
      {topics.length > 0 && <Topics topics={topics} />}
      <Months months={months} />
    </>
  );
}

/** Why people come: the causes of hardship, what disputes are about. */
function Topics({ topics }: { readonly topics: readonly TopicFigures[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <section className="card" aria-labelledby="by-topic-title">
      <h2 id="by-topic-title">{t('matter.byTopic')}</h2>
      <p className="hint">{t('matter.byTopicHint')}</p>
      <DataTable<TopicFigures>
        caption={t('matter.byTopic')}
        columns={[
          { key: 'service', title: t('matter.service'), cell: ({ serviceName }) => serviceName },
          { key: 'topic', title: t('matter.topic'), cell: ({ label }) => label },
          {
            key: 'sent',
            title: t('matter.figure.sent'),
            isNumber: true,
            cell: ({ sent }) => t('matter.atLeast', { number: number(sent) }),
          },
        ]}
        rows={topics}
        rowKey={({ serviceId, topic }) => `${serviceId} ${topic}`}
      />
    </section>
  );
}

function useServiceColumns(): readonly Column<ServiceFigures>[] {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  const counted = (
    key: string,
    title: string,
    value: (row: ServiceFigures) => number,
  ): Column<ServiceFigures> => ({ key, title, isNumber: true, cell: (row) => number(value(row)) });
  return [
    { key: 'service', title: t('matter.service'), cell: ({ serviceName }) => serviceName },
    counted('sent', t('matter.figure.sent'), ({ sent }) => sent),
    counted('inTime', t('matter.figure.inTime'), ({ inTime }) => inTime),
    counted('late', t('matter.figure.late'), ({ decided, inTime }) => decided - inTime),
    counted('waiting', t('matter.figure.waiting'), ({ waiting }) => waiting),
    counted('overdue', t('matter.figure.overdue'), ({ overdue }) => overdue),
    {
      key: 'lateShare',
      title: t('matter.figure.lateShare'),
      isNumber: true,
      cell: ({ lateThousandths }) => (lateThousandths === null ? '–' : share(lateThousandths / 1_000)),
    },
    {
      key: 'stars',
      title: t('matter.figure.stars'),
      isNumber: true,
      cell: ({ starTenths, rated }) =>
        starTenths === null
          ? '–'
          : t('matter.starsOf', { stars: (starTenths / 10).toFixed(1), count: rated }),
    },
  ];
}

function Months({ months }: { readonly months: readonly MonthFigures[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const fontSizePx = useChartFont();
  const option = useMemo(
    () =>
      monthsOption(
        months,
        {
          inTime: t('matter.figure.inTime'),
          late: t('matter.figure.late'),
          waiting: t('matter.figure.waiting'),
        },
        fontSizePx,
      ),
    [months, t, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="by-month-title">
      <h2 id="by-month-title">{t('matter.byMonth')}</h2>
      <Chart
        label={t('matter.byMonth')}
        option={option}
        heightPx={260}
        columns={[
          { key: 'month', title: t('matter.month'), cell: ({ month }) => month },
          ...(['sent', ...monthParts] as const).map((part) => ({
            key: part,
            title: t(`matter.figure.${part}`),
            isNumber: true,
            cell: (one: MonthFigures) => number(one[part]),
          })),
        ]}
        rows={months}
        rowKey={({ month }) => month}
      />
    </section>
  );
}

function Export({ figures: { items }, year }: { readonly figures: Figures; readonly year: string }) {
  const { t } = useTranslation();
  const counted = (title: string, value: (row: ServiceFigures) => number) => ({
    title,
    text: (row: ServiceFigures) => String(value(row)),
    kind: 'count' as const,
  });
  return (
    <ExportButton<ServiceFigures>
      fileName={`${t('matter.figuresTitle')} ${year}`}
      columns={[
        { title: t('matter.service'), text: ({ serviceName }) => serviceName },
        counted(t('matter.figure.sent'), ({ sent }) => sent),
        counted(t('matter.figure.inTime'), ({ inTime }) => inTime),
        counted(t('matter.figure.late'), ({ decided, inTime }) => decided - inTime),
        counted(t('matter.figure.waiting'), ({ waiting }) => waiting),
        counted(t('matter.figure.overdue'), ({ overdue }) => overdue),
        {
          title: t('matter.figure.lateShare'),
          text: ({ lateThousandths }) => (lateThousandths === null ? '' : `${lateThousandths / 10}%`),
        },
        {
          title: t('matter.figure.stars'),
          text: ({ starTenths }) => (starTenths === null ? '' : (starTenths / 10).toFixed(1)),
        },
      ]}
      fetchPage={() => Promise.resolve({ items, nextCursor: null })}
    />
  );
}
