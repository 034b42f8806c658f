import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { callFiltersOf } from './call.model.js';
import { CallList } from './call-list.js';

/** Calls for anybody, with the galleries of those that are awarded. */
export function PublicCallsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { q = '' } = callFiltersOf(search);
  return (
    <ListPage
      title={t('app.page.worksCalls')}
      back="/"
      search={{
        label: t('works.find'),
        value: q,
        onFind: (text) => setSearch(searchOf(text === '' ? {} : { q: text })),
      }}
      list={useList('worksCall', '/public/works-calls', q === '' ? {} : { q })}
      empty={{ text: t(q === '' ? 'works.none' : 'works.noneFound') }}
    >
      {(calls) => <CallList calls={calls} />}
    </ListPage>
  );
}
