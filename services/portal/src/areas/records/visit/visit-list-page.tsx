import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useVisitColumns } from './use-visit-columns.js';
import { type VisitState, visitStateOf, visitStates } from './visit.model.js';

/** Visits of the reader's own union. */
export function VisitListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = visitStateOf(search);
  return (
    <ListPage
      title={t('app.page.visits')}
      actions={<ButtonLink to="/visits/new">{t('visit.enter')}</ButtonLink>}
      intro={<p className="hint">{t('visit.listHint')}</p>}
      filters={
        <Choice<VisitState>
          label={t('visit.stateLabel')}
          {...(filters.state === undefined ? {} : { value: filters.state })}
          options={[
            { value: '', label: t('visit.anyState') },
            ...visitStates.map((value) => ({ value, label: t(`visit.state.${value}`) })),
          ]}
          onChange={(state) => setSearch(searchOf(withFilter(filters, 'state', state)))}
        />
      }
      list={useList('visit', '/visits', filters)}
      empty={{ text: t(filters.state === undefined ? 'visit.none' : 'visit.noneFound') }}
      table={{ columns: useVisitColumns('union'), rowKey: ({ id }) => id }}
    />
  );
}
