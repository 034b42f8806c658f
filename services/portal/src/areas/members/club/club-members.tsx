import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useMe } from '../../../session/use-session.js';
import type { Club, ClubMember } from './club.model.js';

const RemoveClubMember = lazyPart('RemoveClubMember', () => import('./remove-club-member.js'));

interface ClubMembersProps {
  readonly club: Club;
  /** May the reader remove others? */
  readonly mayRemove: boolean;
  /** Does the reader see who has left, too? */
  readonly sees: boolean;
}

export function ClubMembers({ club, mayRemove, sees }: ClubMembersProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const [removingId, setRemovingId] = useState<string | null>(null);
  const list = useList('club', '/clubs/{clubId}/members', {
    clubId: club.id,
    ...(left ? { left } : {}),
  });
  // Taken from the list, so that the command has the version that is shown.
  const removing = list.items?.find(({ personId }) => personId === removingId);
  const columns = useColumns(left, mayRemove && !left ? setRemovingId : null);
  const exportColumns = useExportColumns(left);
  return (
    <section className="card" aria-labelledby="club-members-title">
      <h2 id="club-members-title">{t(left ? 'club.leftTitle' : 'club.members')}</h2>
      <p className="hint">{t('club.membersHint')}</p>
      <div className="actions notice">
        {sees && (
          <>
            <Button aria-pressed={left} onClick={() => setLeft(!left)}>
              {t(left ? 'club.showPresent' : 'club.showLeft')}
            </Button>
            <ExportButton
              fileName={t('club.exportName', { name: club.name })}
              fetchPage={list.fetchPage}
              columns={exportColumns}
            />
          </>
        )}
      </div>
      {removing !== undefined && (
        <RemoveClubMember
          key={removing.personId}
          clubId={club.id}
          member={removing}
          onClose={() => setRemovingId(null)}
        />
      )}
      <PagedList list={list} empty={{ text: t(left ? 'club.nobodyLeft' : 'club.nobody') }}>
        {(items) => (
          <DataTable
            caption={t(left ? 'club.leftTitle' : 'club.members')}
            columns={columns}
            rows={items}
            rowKey={({ personId }) => personId}
          />
        )}
      </PagedList>
    </section>
  );
}

function useColumns(left: boolean, onRemove: ((personId: string) => void) | null): Column<ClubMember>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useMe();
  const ended: Column<ClubMember>[] = [
    {
      key: 'to',
      title: t('club.to'),
      cell: ({ validTo }) => (validTo === null ? t('common.none') : format.date(validTo)),
    },
    { key: 'why', title: t('club.reason'), cell: ({ endReason }) => endReason ?? t('club.byHimself') },
  ];
  const act: Column<ClubMember>[] = [
    {
      key: 'act',
      title: t('club.act'),
      cell: (one) =>
        one.personId !== me?.personId && (
          <Button
            onClick={() => onRemove?.(one.personId)}
            aria-label={t('club.removeOf', { name: one.name })}
          >
            {t('club.remove')}
          </Button>
        ),
    },
  ];
  return [
    { key: 'name', title: t('club.name'), cell: ({ name }) => name },
    { key: 'union', title: t('club.unionOf'), cell: ({ unionName }) => unionName ?? t('common.none') },
    { key: 'from', title: t('club.from'), cell: ({ validFrom }) => format.date(validFrom) },
    ...(left ? ended : []),
    ...(onRemove === null ? [] : act),
  ];
}

function useExportColumns(left: boolean): ExportColumn<ClubMember>[] {
  const { t } = useTranslation();
  const ended: ExportColumn<ClubMember>[] = [
    { title: t('club.to'), text: ({ validTo }) => validTo ?? '' },
    { title: t('club.reason'), text: ({ endReason }) => endReason ?? t('club.byHimself') },
  ];
  return [
    { title: t('club.name'), text: ({ name }) => name },
    { title: t('club.unionOf'), text: ({ unionName }) => unionName ?? '' },
    { title: t('club.from'), text: ({ validFrom }) => validFrom },
    ...(left ? ended : []),
  ];
}
