import '../organising/organising.css';
import '../resource/resource.css';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../shell/loaded.js';
import { PageHead } from '../../shell/page-head.js';
import type { Resource } from '../resource/resource-filters.js';
import { useKeeps } from '../resource/use-resource.js';
import { HoursForm } from './hours-form.js';
import { OfResource } from './of-resource.js';
import { RuleForm } from './rule-form.js';
import { useHours, useRule } from './use-lending.js';
import { WaitLine } from './wait-line.js';

export function LendingPage() {
  return <OfResource>{(resource) => <Lending resource={resource} />}</OfResource>;
}

/** When a resource is open, and who may ask how early and for how much: its keeper says so here. */
function Lending({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const keeps = useKeeps(resource);
  const hours = useHours(resource.id);
  const rule = useRule(resource.id);
  return (
    <>
      <PageHead title={t('lending.titleOf', { title: resource.title })} back={`/resources/${resource.id}`} />
      {!keeps && <p>{t('lending.notMine')}</p>}
      {keeps && (
        <>
          <section className="card" aria-labelledby="hours-title">
            <h2 id="hours-title">{t('lending.hours.title')}</h2>
            <Loaded query={hours}>{(data) => <HoursForm key={data.version} hours={data} />}</Loaded>
          </section>
          <section className="card" aria-labelledby="rule-title">
            <h2 id="rule-title">{t('lending.rule.title')}</h2>
            <Loaded query={rule}>{(data) => <RuleForm key={data.version} rule={data} />}</Loaded>
          </section>
          <WaitLine resourceId={resource.id} />
        </>
      )}
    </>
  );
}
