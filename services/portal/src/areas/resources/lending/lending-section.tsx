import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import type { Resource } from '../resource/resource-filters.js';
import { useOffices } from '../../../session/use-offices.js';
import { HoursSummary } from './hours-summary.js';
import { RuleSummary } from './rule-summary.js';

interface LendingSectionProps {
  readonly resource: Resource;
  readonly isKeeper: boolean;
}

/** Opening hours and lending rules, for all to read, and the other ways to borrow. */
export function LendingSection({ resource, isKeeper }: LendingSectionProps) {
  const { t } = useTranslation();
  const hours = useRead('resource', '/resources/{resourceId}/opening-hours', { resourceId: resource.id });
  const rule = useRead('resource', '/resources/{resourceId}/lending-rule', { resourceId: resource.id });
  return (
    <section className="card" aria-labelledby="lending-title">
      <h2 id="lending-title">{t('lending.title')}</h2>
      <h3>{t('lending.hours.title')}</h3>
      <Loaded query={hours}>{(data) => <HoursSummary hours={data} />}</Loaded>
      <h3>{t('lending.rule.title')}</h3>
      <Loaded query={rule}>{(data) => <RuleSummary rule={data} />}</Loaded>
      <OtherWays resource={resource} isKeeper={isKeeper} />
    </section>
  );
}

function OtherWays({ resource: { id, active }, isKeeper }: LendingSectionProps) {
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
      {isKeeper && (
        <p>
          <Link to={`/resources/${id}/lending`} className="text-link">
            {t('lending.edit')}
          </Link>
        </p>
      )}
      {isKeeper && (
        <p>
          <Link to={`/resources/${id}/import`} className="text-link">
            {t('lending.links.import')}
          </Link>
        </p>
      )}
    </>
  );
}
