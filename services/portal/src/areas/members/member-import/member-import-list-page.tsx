import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type RoleName, useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { ImportStateTag } from './import-state-tag.js';
import type { MemberImport } from './roster.model.js';
import { TemplateButton } from './template-button.js';

const readers: readonly RoleName[] = ['officer', 'auditor'];

export function MemberImportListPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holds, unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [own] = unionIdsOf(...readers);
  const union = search.get('union') ?? own;
  const mayRead = holds(...readers);
  const list = useList(
    'memberImport',
    '/member-imports',
    mayRead && union !== undefined ? { union } : undefined,
  );
  const columns = useColumns();
  const title = t('app.page.imports');
  if (me !== undefined && !mayRead) {
    return (
      <>
        <PageHead title={title} />
        <EmptyState text={t('roster.noOffice')} />
      </>
    );
  }
  return (
    <ListPage
      title={title}
      actions={
        holds('officer') && (
          <ButtonLink to={union === undefined ? '/member-imports/new' : `/member-imports/new?union=${union}`}>
            {t('roster.newTitle')}
          </ButtonLink>
        )
      }
      intro={<p className="hint">{t('roster.newHint')}</p>}
      filters={
        <UnionPicker
          label={t('roster.listUnion')}
          roles={readers}
          none={t('roster.chooseUnion')}
          {...(union === undefined ? {} : { value: union })}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
        />
      }
      list={list}
      empty={{ text: t('roster.empty'), action: holds('officer') && <TemplateButton /> }}
      table={{ columns, rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): Column<MemberImport>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (key: 'created' | 'updated'): Column<MemberImport> => ({
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
      cell: ({ progress: { total } }) => (total === null ? null : format.number(total)),
    },
    count('created'),
    count('updated'),
    {
      key: 'rejected',
      title: t('roster.rowState.rejected'),
      isNumber: true,
      cell: ({ id, progress: { rejected } }) =>
        rejected === 0 ? (
          format.number(0)
        ) : (
          <Link to={`/member-imports/${id}?state=rejected`} className="cell-link">
            {t('roster.toRejected', { count: rejected })}
          </Link>
        ),
    },
  ];
}
