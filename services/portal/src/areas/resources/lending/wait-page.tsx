import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Resource } from '../resource/resource-filters.js';
import { OfResource } from './of-resource.js';
import { useRule } from './use-lending.js';

const JoinLineForm = lazyPart('JoinLineForm', () => import('./join-line-form.js'), {
  rows: 8,
  texts: ['activity', 'grants', 'profile', 'stock'],
});

export function WaitPage() {
  return <OfResource>{(resource) => <WaitFor resource={resource} />}</OfResource>;
}

/** What waiting means here, and in which order. */
function WaitFor({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const rule = useRule(resource.id);
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
      <JoinLineForm resource={resource} />
    </>
  );
}
