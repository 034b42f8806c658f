import '../../../kit/styles/recurrence.css';
import '../../../kit/styles/organising.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { FollowingSection } from './following-section.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';
import { SeriesNotes } from './series-days.js';
import { type Series, useSeries } from './use-series.js';

type Occurrence = Series['occurrences'][number];

const ExtendForm = lazyPart('ExtendForm', () => import('./extend-form.js'));

export function SeriesPage() {
  const { seriesId = '' } = useParams();
  return <Loaded query={useSeries(seriesId)}>{(series) => <OneSeries series={series} />}</Loaded>;
}

/** The whole series for those who prepare it; its published part for others. */
function OneSeries({ series }: { readonly series: Series }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const manages = useReaches(series.unionId);
  const isWhole = series.occurrences.length === series.size;
  return (
    <>
      <PageHead title={series.title} back={manages ? '/activity-series' : '/activities'} />
      <p>
        <strong>{ruleWords(series.rule, { t, locale })}</strong>
      </p>
      <p className="hint">{t('series.page.organisedBy', { name: series.organiser.name })}</p>
      {manages && <FollowingSection series={series} />}
      {manages && <ExtendSection series={series} />}
      <section className="card" aria-labelledby="occurrences-title">
        <h2 id="occurrences-title">{t('series.page.occurrences')}</h2>
        {!isWhole && <p className="hint">{t('series.page.only', { count: series.size })}</p>}
        <Occurrences series={series} />
      </section>
      {manages && (
        <div className="series-days">
          <SeriesNotes notes={series} />
        </div>
      )}
    </>
  );
}

function ExtendSection({ series }: { readonly series: Series }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="extend-title">
      <h2 id="extend-title">{t('series.extend.title')}</h2>
      <details className="register-others" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{t('series.extend.open')}</summary>
        {isOpen && <ExtendForm series={series} />}
      </details>
    </section>
  );
}

function Occurrences({ series }: { readonly series: Series }) {
  const { t } = useTranslation();
  const format = useFormat(series.timeZone);
  return (
    <DataTable<Occurrence>
      caption={t('series.page.occurrences')}
      rows={series.occurrences}
      rowKey={({ activityId }) => activityId}
      columns={[
        { key: 'number', title: t('series.page.number'), cell: ({ number }) => format.number(number) },
        { key: 'title', title: t('series.page.name'), cell: (one) => <Name occurrence={one} /> },
        {
          key: 'time',
          title: t('series.page.time'),
          cell: ({ startsAt, endsAt }) => format.period(startsAt, endsAt),
        },
        {
          key: 'state',
          title: t('series.page.state'),
          cell: ({ state }) => <span className={`tag is-${state}`}>{t(`activity.state.${state}`)}</span>,
        },
        {
          key: 'seats',
          title: t('series.page.seats'),
          isNumber: true,
          cell: ({ confirmed, seats }) => t('series.page.seatsOf', { confirmed, seats }),
        },
      ]}
    />
  );
}

function Name({ occurrence }: { readonly occurrence: Occurrence }) {
  const { t } = useTranslation();
  const { activityId, title, ownFields } = occurrence;
  const fields = ownFields.map((field) => t(`series.field.${field}`)).join(t('common.separator'));
  return (
    <>
      <Link to={`/activities/${activityId}`}>{title}</Link>
      {fields !== '' && <p className="hint">{t('series.page.own', { fields })}</p>}
    </>
  );
}
