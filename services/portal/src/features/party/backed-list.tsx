import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { PagedList } from '../../shell/paged-list.js';
import { UnionName } from '../union/union-name.js';
import { CodeWithCheck } from './code-with-check.js';
import type { Club, Organisation, PartyFilters, PartyKind } from './party.model.js';
import { fetchClubs, fetchOrganisations } from './use-party.js';

type Backed = Club & Partial<Pick<Organisation, 'uscc' | 'usccCheck'>>;

interface BackedListProps {
  readonly kind: Exclude<PartyKind, 'enterprise'>;
  readonly filters: PartyFilters;
}

/** Organisations or clubs, each with the union that stands behind it. */
export function BackedList({ kind, filters }: BackedListProps) {
  const { t } = useTranslation();
  const fetchPage = kind === 'club' ? fetchClubs(filters) : fetchOrganisations(filters);
  const list = usePages<Backed>([kind, 'list', filters.q], fetchPage);
  const columns = useColumns().filter(({ key }) => kind === 'organisation' || key !== 'uscc');
  return (
    <PagedList list={list} empty={{ text: t(filters.q === '' ? 'party.empty' : 'party.emptyFiltered') }}>
      {(items) => (
        <DataTable caption={t(`party.kind.${kind}`)} columns={columns} rows={items} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
}

function useColumns(): Column<Backed>[] {
  const { t } = useTranslation();
  return [
    { key: 'name', title: t('party.name'), cell: ({ name }) => name },
    {
      key: 'union',
      title: t('party.backing'),
      cell: ({ unionId }) => <UnionName unionId={unionId} />,
    },
    {
      key: 'uscc',
      title: t('party.uscc'),
      cell: ({ uscc = null, usccCheck = null }) => <CodeWithCheck code={uscc} check={usccCheck} />,
    },
    {
      key: 'state',
      title: t('party.state'),
      cell: ({ active }) => t(active ? 'party.active' : 'party.inactive'),
    },
  ];
}
