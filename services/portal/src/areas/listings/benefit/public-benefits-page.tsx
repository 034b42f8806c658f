import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { benefitFiltersOf, shownFiltersOf } from './benefit.model.js';
import { BenefitFilterFields } from './benefit-filters.js';
import { BenefitList } from './benefit-card.js';

/** Benefits that anybody may see. */
export function PublicBenefitsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = shownFiltersOf(benefitFiltersOf(search));
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('benefit.title')}
      back="/"
      search={{
        label: t('benefit.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={<BenefitFilterFields filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />}
      list={useList('benefit', '/public/benefits', filters)}
      empty={{
        text: t(isFiltered ? 'benefit.noneFound' : 'benefit.none'),
        action: isFiltered && (
          <ButtonLink to="/public/benefits" isPlain>
            {t('benefit.seeAll')}
          </ButtonLink>
        ),
      }}
    >
      {(benefits) => <BenefitList benefits={benefits} />}
    </ListPage>
  );
}
