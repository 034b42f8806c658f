import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { vacancyFiltersOf, type VacancyState, vacancyStates } from './vacancy.model.js';
import { VacancyFilterFields } from './vacancy-filters.js';
import { VacancyList } from './vacancy-card.js';

/** What is for the reader; for officers also what their unions have written, by state. */
export function VacancyListPage() {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const [search, setSearch] = useSearchParams();
  const filters = vacancyFiltersOf(search);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('vacancy.title')}
      actions={
        <>
          {isOfficer && <ButtonLink to="/vacancies/new">{t('vacancy.write')}</ButtonLink>}
          {isOfficer && (
            <ButtonLink to="/listing-reviews" isPlain>
              {t('listingReview.title')}
            </ButtonLink>
          )}
          <ButtonLink to="/my-vacancy-interests" isPlain>
            {t('vacancy.mine')}
          </ButtonLink>
        </>
      }
      intro={<p className="hint">{t('vacancy.free')}</p>}
      search={{
        label: t('vacancy.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={
        <>
          {isOfficer && (
            <Choice<VacancyState>
              label={t('vacancy.show')}
              {...(filters.state === undefined ? {} : { value: filters.state })}
              options={[
                { value: '', label: t('vacancy.forMe') },
                ...vacancyStates.map((value) => ({ value, label: t(`vacancy.stateIs.${value}`) })),
              ]}
              onChange={(state) => setSearch(searchOf(withFilter(filters, 'state', state)))}
            />
          )}
          <VacancyFilterFields filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />
        </>
      }
      list={useList('vacancy', '/vacancies', filters)}
      empty={{
        text: t(isFiltered ? 'vacancy.noneFound' : 'vacancy.none'),
        action: isFiltered && (
          <ButtonLink to="/vacancies" isPlain>
            {t('vacancy.seeAll')}
          </ButtonLink>
        ),
      }}
    >
      {(vacancies) => <VacancyList vacancies={vacancies} />}
    </ListPage>
  );
}
