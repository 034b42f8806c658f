import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { usePages } from '../../../api/use-pages.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useOffices } from '../../../session/use-offices.js';
import { ExportMembers } from './export-members.js';
import { MemberFilterBar } from './member-filter-bar.js';
import { MemberStateTag } from './member-state-tag.js';
import { filtersOf, type Member, type MemberFilters, searchOf } from './member.model.js';
import { fetchMembers } from './use-member.js';

const AddMember = lazyPart('AddMember', () => import('./add-member.js'), { rows: 6, texts: ['party'] });

export function MemberListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { holds, holdsOffice } = useOffices();
  const [isAdding, setIsAdding] = useState(false);
  const { filters, change } = useFilters();
  return (
    <>
      {holdsOffice && <AreaTabs area="members" />}
      <PageHead title={t('app.page.members')}>
        {holds('officer') && (
          <>
            <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
              {t('member.add')}
            </Button>
            <Link to="/member-imports/new">{t('member.importRoster')}</Link>
            <Preload part={AddMember} />
          </>
        )}
        {holds('officer', 'auditor', 'operator') && <ExportMembers filters={filters} />}
      </PageHead>
      {isAdding && (
        <AddMember onAdded={({ id }) => void navigate(`/members/${id}`)} onClose={() => setIsAdding(false)} />
      )}
      <MemberFilterBar key={filters.q ?? ''} filters={filters} onChange={change} />
      <MemberList filters={filters} onClear={() => change({})} />
    </>
  );
}

/** Those of the address, but for a number of a person, which lives in this page alone. */
function useFilters() {
  const [search, setSearch] = useSearchParams();
  const [number, setNumber] = useState<string>();
  const filters = { ...filtersOf(search), ...(number === undefined ? {} : { q: number }) };
  const change = (changed: MemberFilters): void => {
    const shown = searchOf(changed);
    setNumber(changed.q === shown['q'] ? undefined : changed.q);
    setSearch(shown);
  };
  return { filters, change };
}

interface MemberListProps {
  readonly filters: MemberFilters;
  readonly onClear: () => void;
}

function MemberList({ filters, onClear }: MemberListProps) {
  const { t } = useTranslation();
  const list = usePages<Member>(['member', 'list', filters], fetchMembers(filters));
  const columns = useColumns();
  const isFiltered = Object.keys(filters).length > 0;
  const empty = isFiltered
    ? {
        text: t('member.emptyFiltered'),
        action: <Button onClick={onClear}>{t('member.clearFilters')}</Button>,
      }
    : { text: t('member.empty') };
  return (
    <PagedList list={list} empty={empty}>
      {(members) => (
        <DataTable caption={t('app.page.members')} columns={columns} rows={members} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('member.name'),
      cell: ({ id, name }) => (
        <Link to={`/members/${id}`} className="cell-link">
          {name}
        </Link>
      ),
    },
    { key: 'union', title: t('member.union'), cell: ({ unionName }) => unionName },
    {
      key: 'state',
      title: t('member.stateLabel'),
      cell: ({ state }) => <MemberStateTag state={state} />,
    },
    { key: 'phone', title: t('member.phone'), cell: ({ phone }) => phone ?? t('common.none') },
    { key: 'validFrom', title: t('member.validFrom'), cell: ({ validFrom }) => format.date(validFrom) },
  ];
}
