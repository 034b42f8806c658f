import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { EmptyState, LoadingState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type RoleName, useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { ImportStateTag } from './import-state-tag.js';
import type { MemberImport } from './roster.model.js';
import { useImports } from './use-roster.js';

const readers: readonly RoleName[] = ['officer', 'auditor'];

export function MemberImportListPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holds, holdsOffice, unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [own] = unionIdsOf(...readers);
  const unionId = search.get('union') ?? own;
  return (
    <>
      {holdsOffice && <AreaTabs area="members" />}
      <PageHead title={t('app.page.imports')}>
        {holds('officer') && (
          <Link to={unionId === undefined ? '/member-imports/new' : `/member-imports/new?union=${unionId}`}>
            {t('roster.newTitle')}
          </Link>
        )}
      </PageHead>
      {me === undefined && <LoadingState />}
      {me !== undefined && !holds(...readers) && <EmptyState text={t('roster.noOffice')} />}
      {unionId !== undefined && holds(...readers) && (
        <>
          <div className="money-filters">
            <UnionPicker
              label={t('roster.listUnion')}
              roles={readers}
              none={t('roster.chooseUnion')}
              value={unionId}
              onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
            />
          </div>
          <ImportList key={unionId} unionId={unionId} />
        </>
      )}
    </>
  );
}

function ImportList({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const list = useImports(unionId);
  const columns = useColumns();
  return (
    <PagedList list={list} empty={{ text: t('roster.empty') }}>
      {(imports) => (
        <DataTable caption={t('app.page.imports')} columns={columns} rows={imports} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
}

function useColumns(): Column<MemberImport>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (key: 'created' | 'updated' | 'rejected'): Column<MemberImport> => ({
    key,
    title: t(`roster.rowState.${key}`),
    isNumber: true,
    cell: ({ progress }) => format.number(progress[key]),
  });
  return [
    {
      key: 'createdAt',
      title: t('roster.createdAt'),
      cell: ({ id, createdAt }) => (
        <Link to={`/member-imports/${id}`} className="cell-link">
          {format.instant(createdAt)}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('roster.stateLabel'),
      cell: ({ state }) => <ImportStateTag state={state} />,
    },
    {
      key: 'rows',
      title: t('roster.rows'),
      isNumber: true,
      cell: ({ progress: { total } }) => (total === null ? t('common.none') : format.number(total)),
    },
    count('created'),
    count('updated'),
    count('rejected'),
  ];
}
