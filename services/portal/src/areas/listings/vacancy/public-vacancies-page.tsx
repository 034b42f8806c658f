import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { shownFiltersOf, vacancyFiltersOf } from './vacancy.model.js';
import { VacancyFilterFields } from './vacancy-filters.js';
import { VacancyList } from './vacancy-card.js';

/** Vacancies for anybody. */
export function PublicVacanciesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = shownFiltersOf(vacancyFiltersOf(search));
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('vacancy.title')}
      back="/"
      intro={<p className="hint">{t('vacancy.free')}</p>}
      search={{
        label: t('vacancy.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={<VacancyFilterFields filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />}
      list={useList('vacancy', '/public/vacancies', filters)}
      empty={{
        text: t(isFiltered ? 'vacancy.noneFound' : 'vacancy.none'),
        action: isFiltered && (
          <ButtonLink to="/public/vacancies" isPlain>
            {t('vacancy.seeAll')}
          </ButtonLink>
        ),
      }}
    >
      {(vacancies) => <VacancyList vacancies={vacancies} />}
    </ListPage>
  );
}
