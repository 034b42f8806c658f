import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../kit/export-button.js';
import { type Club, type ClubMember, fetchClubMembers } from './use-club.js';

interface ExportClubMembersProps {
  readonly club: Club;
  /** Those who have left, instead of those who are in it. */
  readonly left: boolean;
}

export function ExportClubMembers({ club, left }: ExportClubMembersProps) {
  const { t } = useTranslation();
  const ended = [
    { title: t('club.to'), text: ({ validTo }: ClubMember) => validTo ?? '' },
    { title: t('club.reason'), text: ({ endReason }: ClubMember) => endReason ?? t('club.byHimself') },
  ];
  return (
    <ExportButton<ClubMember>
      fileName={t('club.exportName', { name: club.name })}
      fetchPage={fetchClubMembers(club.id, left)}
      columns={[
        { title: t('club.name'), text: ({ name }) => name },
        { title: t('club.unionOf'), text: ({ unionName }) => unionName ?? '' },
        { title: t('club.from'), text: ({ validFrom }) => validFrom },
        ...(left ? ended : []),
      ]}
    />
  );
}
