import '../../../kit/styles/organising.css';
import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Resource } from '../resource/resource-filters.js';
import { useIsKeeper } from '../resource/use-resource.js';
import { OfResource } from './of-resource.js';
import { Waitlist } from './waitlist.js';

const HoursForm = lazyPart('HoursForm', () => import('./hours-form.js'), { rows: 8 });
const RuleForm = lazyPart('RuleForm', () => import('./rule-form.js'), { rows: 8 });

export function LendingPage() {
  return <OfResource>{(resource) => <Lending resource={resource} />}</OfResource>;
}

/** The opening hours of a resource, and its rules on who may request how early and how much; for its keeper. */
function Lending({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  return (
    <>
      <PageHead title={t('lending.titleOf', { title: resource.title })} back={`/resources/${resource.id}`} />
      <p className="card">{t('lending.hours.form.hint')}</p>
      {isKeeper ? (
        <>
          <HoursSection resourceId={resource.id} />
          <RuleSection resourceId={resource.id} />
          <Waitlist resourceId={resource.id} />
        </>
      ) : (
        <p>{t('lending.notMine')}</p>
      )}
    </>
  );
}

function HoursSection({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const hours = useRead('resource', '/resources/{resourceId}/opening-hours', { resourceId });
  const set = useCommand('resource', 'put', '/resources/{resourceId}/opening-hours', { onStale: 'refuse' });
  return (
    <section className="card" aria-labelledby="hours-title">
      <h2 id="hours-title">{t('lending.hours.title')}</h2>
      <Loaded query={hours}>
        {(data) => <HoursForm key={data.version} resourceId={resourceId} hours={data} set={set} />}
      </Loaded>
      {set.isSuccess && <p role="status">{t('lending.saved')}</p>}
    </section>
  );
}

function RuleSection({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const rule = useRead('resource', '/resources/{resourceId}/lending-rule', { resourceId });
  const set = useCommand('resource', 'put', '/resources/{resourceId}/lending-rule', { onStale: 'refuse' });
  return (
    <section className="card" aria-labelledby="rule-title">
      <h2 id="rule-title">{t('lending.rule.title')}</h2>
      <Loaded query={rule}>
        {(data) => <RuleForm key={data.version} resourceId={resourceId} rule={data} set={set} />}
      </Loaded>
      {set.isSuccess && <p role="status">{t('lending.saved')}</p>}
    </section>
  );
}
