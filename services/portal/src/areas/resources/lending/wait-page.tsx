import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Resource } from '../resource/resource-filters.js';
import { OfResource } from './of-resource.js';

const JoinWaitlistForm = lazyPart('JoinWaitlistForm', () => import('./join-waitlist-form.js'), {
  rows: 8,
  texts: ['activity', 'grants', 'profile', 'stock'],
});

export function WaitPage() {
  return <OfResource>{(resource) => <WaitFor resource={resource} />}</OfResource>;
}

/** What waiting means here, and in which order. */
function WaitFor({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const rule = useRead('resource', '/resources/{resourceId}/lending-rule', { resourceId: resource.id });
  const isSmallFirst = (rule.data?.smallEarlierDays ?? 0) > 0 || rule.data?.reserved != null;
  return (
    <>
      <PageHead
        title={t('lending.wait.title', { title: resource.title })}
        back={`/resources/${resource.id}`}
      />
      <div className="card">
        <p>{t('lending.wait.what')}</p>
        <p>{t(isSmallFirst ? 'lending.wait.smallFirst' : 'lending.wait.byTime')}</p>
      </div>
      <JoinWaitlistForm resource={resource} />
    </>
  );
}
