import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DataTable } from '../../../kit/data-table.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { compared } from './application.model.js';
import { ApplicationExport, useApplicationColumns } from './application-table.js';
import { SubsidyTabs } from './subsidy-tabs.js';
import { type ApplicationFilters, useApplications } from './use-subsidies.js';

/** What one's unions and those below them have asked for. */
export function ApplicationListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = withoutBlanks<ApplicationFilters>({ q: search.get('q') ?? undefined });
  const list = useApplications(filters);
  const columns = useApplicationColumns();
  return (
    <>
      <SubsidyTabs />
      <PageHead title={t('subsidy.tabs.applications')}>
        <ApplicationExport filters={filters} />
      </PageHead>
      <div className="money-filters">
        <FindField
          key={filters.q}
          label={t('subsidy.search')}
          value={filters.q ?? ''}
          onFind={(q) => setSearch(searchOf({ q }))}
        />
      </div>
      <PagedList
        list={list}
        empty={{ text: t(filters.q === undefined ? 'subsidy.application.empty' : 'common.nothingFound') }}
      >
        {(items) => (
          <DataTable
            caption={t('subsidy.tabs.applications')}
            columns={columns}
            rows={compared(items)}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </>
  );
}
