import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { callFiltersOf, callStates, openFirst, type WorksCallState } from './call.model.js';
import { CallList } from './call-list.js';

/** Calls that the reader may join or vote on; for officers also those of their unions, by state. */
export function CallListPage() {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const [search, setSearch] = useSearchParams();
  const filters = callFiltersOf(search);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('app.page.worksCalls')}
      actions={
        <>
          {isOfficer && <ButtonLink to="/works-calls/new">{t('works.newCall')}</ButtonLink>}
          <ButtonLink to="/my-works" isPlain>
            {t('works.myWorks')}
          </ButtonLink>
          <ButtonLink to="/judging" isPlain>
            {t('works.myJudging')}
          </ButtonLink>
        </>
      }
      search={{
        label: t('works.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={
        isOfficer && (
          <Choice<WorksCallState>
            label={t('works.show')}
            {...(filters.state === undefined ? {} : { value: filters.state })}
            options={[
              { value: '', label: t('works.forMe') },
              ...callStates.map((value) => ({ value, label: t(`works.state.${value}`) })),
            ]}
            onChange={(state) => setSearch(searchOf(withFilter(filters, 'state', state)))}
          />
        )
      }
      list={useList('worksCall', '/works-calls', filters)}
      empty={{ text: t(isFiltered ? 'works.noneFound' : 'works.none') }}
    >
      {(calls) => <CallList calls={openFirst(calls, Date.now())} />}
    </ListPage>
  );
}
