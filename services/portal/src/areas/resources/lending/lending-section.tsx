import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import type { Resource } from '../resource/resource-filters.js';
import { useOffices } from '../../../session/use-offices.js';
import { HoursTold } from './hours-told.js';
import { RuleTold } from './rule-told.js';
import { useHours, useRule } from './use-lending.js';

interface LendingSectionProps {
  readonly resource: Resource;
  readonly keeps: boolean;
}

/** When a resource is open and who may ask how early, for all to read; and the other ways to a time of it. */
export function LendingSection({ resource, keeps }: LendingSectionProps) {
  const { t } = useTranslation();
  const hours = useHours(resource.id);
  const rule = useRule(resource.id);
  return (
    <section className="card" aria-labelledby="lending-title">
      <h2 id="lending-title">{t('lending.title')}</h2>
      <h3>{t('lending.hours.title')}</h3>
      <Loaded query={hours}>{(data) => <HoursTold hours={data} />}</Loaded>
      <h3>{t('lending.rule.title')}</h3>
      <Loaded query={rule}>{(data) => <RuleTold rule={data} />}</Loaded>
      <OtherWays resource={resource} keeps={keeps} />
    </section>
  );
}

function OtherWays({ resource: { id, active }, keeps }: LendingSectionProps) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const borrows = holds(...organisingRoles) && active;
  return (
    <>
      {borrows && (
        <p>
          <Link to={`/resources/${id}/series`} className="text-link">
            {t('lending.links.series')}
          </Link>
        </p>
      )}
      {borrows && (
        <p>
          <Link to={`/resources/${id}/wait`} className="text-link">
            {t('lending.links.wait')}
          </Link>
        </p>
      )}
      {keeps && (
        <p>
          <Link to={`/resources/${id}/lending`} className="text-link">
            {t('lending.edit')}
          </Link>
        </p>
      )}
      {keeps && (
        <p>
          <Link to={`/resources/${id}/import`} className="text-link">
            {t('lending.links.import')}
          </Link>
        </p>
      )}
    </>
  );
}
