import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../kit/export-button.js';
import type { Member, MemberFilters } from './member.model.js';
import { fetchMembers } from './use-member.js';

/** What the list shows, numbers masked as there. */
export function ExportMembers({ filters }: { readonly filters: MemberFilters }) {
  const { t } = useTranslation();
  return (
    <ExportButton<Member>
      fileName={t('member.exportName')}
      fetchPage={fetchMembers(filters)}
      columns={[
        { title: t('member.name'), text: ({ name }) => name },
        { title: t('member.union'), text: ({ unionName }) => unionName },
        { title: t('member.stateLabel'), text: ({ state }) => t(`member.state.${state}`) },
        { title: t('member.residentNumber'), text: ({ residentNumber }) => residentNumber ?? '' },
        { title: t('member.phone'), text: ({ phone }) => phone ?? '' },
        { title: t('member.validFrom'), text: ({ validFrom }) => validFrom },
        { title: t('member.validTo'), text: ({ validTo }) => validTo ?? '' },
      ]}
    />
  );
}
