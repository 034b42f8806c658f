import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { DataTable } from '../../../kit/data-table.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { compared } from './application.model.js';
import { useApplicationColumns, useExportColumns } from './application-table.js';
import { SubsidyTabs } from './subsidy-tabs.js';
import type { ApplicationFilters } from './subsidy.model.js';

/** The applications of one's unions and those below them. */
export function ApplicationListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const columns = useApplicationColumns();
  const filters = withoutBlanks<ApplicationFilters>({ q: search.get('q') ?? undefined });
  return (
    <ListPage
      title={t('subsidy.tabs.applications')}
      tabs={<SubsidyTabs />}
      search={{
        label: t('subsidy.search'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf({ q })),
      }}
      list={useList('subsidyApplication', '/subsidy-applications', filters)}
      empty={{ text: t(filters.q === undefined ? 'subsidy.application.empty' : 'common.nothingFound') }}
      exported={{ name: t('subsidy.tabs.applications'), columns: useExportColumns() }}
    >
      {(items) => (
        <DataTable
          caption={t('subsidy.tabs.applications')}
          columns={columns}
          rows={compared(items)}
          rowKey={({ id }) => id}
        />
      )}
    </ListPage>
  );
}
