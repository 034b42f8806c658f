import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionName } from '../../../session/union-name.js';
import { CodeWithCheck } from './code-with-check.js';
import type { Club, Organisation, PartyFilters, PartyKind } from './party.model.js';
import { usePartyPage } from './use-party-page.js';

type Backed = Omit<Club, 'mine'> & Partial<Pick<Organisation, 'uscc' | 'usccCheck'> & Pick<Club, 'mine'>>;

interface BackedListProps {
  readonly kind: Exclude<PartyKind, 'enterprise'>;
  readonly filters: PartyFilters;
}

const paths = { organisation: '/organisations', club: '/clubs' } as const;

/** Organisations or clubs, each with the union that it belongs to. */
export function BackedList({ kind, filters }: BackedListProps) {
  const { t } = useTranslation();
  const { page, change } = usePartyPage(filters);
  const { q, closed } = filters;
  const list = useList(kind, paths[kind], { ...(q === '' ? {} : { q }), ...(closed ? { closed } : {}) });
  const columns = useColumns(kind).filter(({ key }) => kind === 'organisation' || key !== 'uscc');
  return (
    <ListPage<Backed>
      {...page}
      list={list}
      filters={
        <Button aria-pressed={closed} onClick={() => change({ ...filters, closed: !closed })}>
          {t('party.showClosed')}
        </Button>
      }
    >
      {(items) => (
        <DataTable caption={t(`party.kind.${kind}`)} columns={columns} rows={items} rowKey={({ id }) => id} />
      )}
    </ListPage>
  );
}

function useColumns(kind: BackedListProps['kind']): Column<Backed>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('party.name'),
      cell: (row) => <BackedName kind={kind} party={row} />,
    },
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

interface BackedNameProps {
  readonly kind: BackedListProps['kind'];
  readonly party: Backed;
}

function BackedName({ kind, party: { id, name, mine } }: BackedNameProps) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/parties${paths[kind]}/${id}`} className="cell-link">
        {name}
      </Link>
      {mine?.validTo === null && <span className="hint"> {t('party.inIt')}</span>}
    </>
  );
}
