import '../ledger/ledger.css';
import '../resource/resource.css';
import './subsidy.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../shell/data-table.js';
import { Input } from '../../shell/input.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { compared } from './application.model.js';
import { ApplicationExport, useApplicationColumns } from './application-table.js';
import { SubsidyTabs } from './subsidy-tabs.js';
import { useApplications } from './use-subsidies.js';

/** What one's unions and those below them have asked for. */
export function ApplicationListPage() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const list = useApplications(undefined);
  const columns = useApplicationColumns();
  return (
    <>
      <SubsidyTabs />
      <PageHead title={t('subsidy.tabs.applications')}>
        <ApplicationExport programmeId={undefined} />
      </PageHead>
      <div className="money-filters">
        <Input
          type="search"
          aria-label={t('subsidy.search')}
          placeholder={t('subsidy.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <PagedList list={list} empty={{ text: t('subsidy.application.empty') }}>
        {(items) => (
          <DataTable
            caption={t('subsidy.tabs.applications')}
            columns={columns}
            rows={compared(items, words)}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </>
  );
}
