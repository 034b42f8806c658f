import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../kit/page-head.js';
import { DelegationSection } from '../../members/delegation/delegation-section.js';
import { OfActivity } from '../activity/of-activity.js';

/** Who helps to organise one activity, beside the officers and organisers of its union. */
export function DelegationsPage() {
  const { t } = useTranslation();
  return (
    <OfActivity>
      {({ id, title }) => (
        <>
          <PageHead title={t('delegation.pageOf', { title })} back={`/activities/${id}/organise`} />
          <DelegationSection matterKind="activity" matterId={id} />
        </>
      )}
    </OfActivity>
  );
}
