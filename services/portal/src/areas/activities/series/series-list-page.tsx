import '../../../kit/styles/recurrence.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ListPage } from '../../../kit/list-page.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';

type SeriesLine = components['schemas']['SeriesLineView'];

/** The series that the person prepares. */
export function SeriesListPage() {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  return (
    <ListPage
      title={t('app.page.series')}
      search={{ label: t('series.searchLabel'), value: q, onFind: setQ }}
      list={useList('activitySeries', '/activity-series', q === '' ? {} : { q })}
      empty={{ text: t(q === '' ? 'series.none' : 'common.nothingFound') }}
    >
      {(items) => (
        <ul className="plain-list">
          {items.map((line) => (
            <li key={line.id}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function Line({ line }: { readonly line: SeriesLine }) {
  const { t } = useTranslation();
  const format = useFormat(line.timeZone);
  const { id, title, organiser, rule, size, drafts, nextStartsAt } = line;
  return (
    <article className="card">
      <h2>
        <Link to={`/activity-series/${id}`}>{title}</Link>
      </h2>
      <p>{ruleWords(rule, { t, locale: format.locale })}</p>
      <p>{t('series.page.organisedBy', { name: organiser.name })}</p>
      <p>{t('series.size', { count: size })}</p>
      {drafts > 0 && <p>{t('series.drafts', { count: drafts })}</p>}
      <p className="hint">
        {nextStartsAt === null
          ? t('series.noNext')
          : t('series.next', { time: format.instant(nextStartsAt) })}
      </p>
    </article>
  );
}
