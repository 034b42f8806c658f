import '../../../kit/styles/recurrence.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';
import { type SeriesLine, useSeriesList } from './use-series.js';

/** The series that the person prepares. */
export function SeriesListPage() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const list = useSeriesList(useDebounced(typed.trim()));
  return (
    <>
      <AreaTabs area="activities" />
      <PageHead title={t('series.title')} />
      <p>
        <Input
          allowClear
          maxLength={200}
          value={typed}
          aria-label={t('series.searchLabel')}
          placeholder={t('series.searchLabel')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </p>
      <PagedList list={list} empty={{ text: t(typed === '' ? 'series.none' : 'common.nothingFound') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((line) => (
              <li key={line.id}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
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
