import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { benefitFiltersOf, type BenefitState, benefitStates } from './benefit.model.js';
import { BenefitFilterFields } from './benefit-filters.js';
import { BenefitList } from './benefit-card.js';

/** What is for the reader; for officers also what their unions have written, by state. */
export function BenefitListPage() {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const [search, setSearch] = useSearchParams();
  const filters = benefitFiltersOf(search);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('benefit.title')}
      actions={
        <>
          {isOfficer && <ButtonLink to="/benefits/new">{t('benefit.write')}</ButtonLink>}
          {isOfficer && (
            <ButtonLink to="/listing-reviews" isPlain>
              {t('listingReview.title')}
            </ButtonLink>
          )}
          <ButtonLink to="/my/card" isPlain>
            {t('benefit.myCard')}
          </ButtonLink>
        </>
      }
      search={{
        label: t('benefit.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={
        <>
          {isOfficer && (
            <Choice<BenefitState>
              label={t('benefit.show')}
              {...(filters.state === undefined ? {} : { value: filters.state })}
              options={[
                { value: '', label: t('benefit.forMe') },
                ...benefitStates.map((value) => ({ value, label: t(`benefit.stateIs.${value}`) })),
              ]}
              onChange={(state) => setSearch(searchOf(withFilter(filters, 'state', state)))}
            />
          )}
          <BenefitFilterFields filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />
        </>
      }
      list={useList('benefit', '/benefits', filters)}
      empty={{
        text: t(isFiltered ? 'benefit.noneFound' : 'benefit.none'),
        action: isFiltered && (
          <ButtonLink to="/benefits" isPlain>
            {t('benefit.seeAll')}
          </ButtonLink>
        ),
      }}
    >
      {(benefits) => <BenefitList benefits={benefits} />}
    </ListPage>
  );
}
