import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';

interface SubsidyWaysOnProps {
  readonly pool: Pick<CostPool, 'activityId'>;
  /** Why the step was refused; anything but a subsidy that is used up needs no way on from here. */
  readonly error: unknown;
}

/** Where a subsidy does not suffice: what can be done instead, each with the page on which it is done. */
export function SubsidyWaysOn({ pool: { activityId }, error }: SubsidyWaysOnProps) {
  const { t } = useTranslation();
  if (!(error instanceof ProblemError) || error.problem.code !== 'SUBSIDY_BEYOND_GRANT') return null;
  return (
    <>
      <p>{t('money.costPool.beyondGrant.ways')}</p>
      <ul>
        {activityId !== null && (
          <li>
            <Link to={`/activities/${activityId}/agreement`}>
              {t('money.costPool.beyondGrant.payOneself')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/subsidies">{t('money.costPool.beyondGrant.others')}</Link>
        </li>
        <li>
          <Link to="/subsidy-programmes">{t('money.costPool.beyondGrant.ask')}</Link>
        </li>
      </ul>
    </>
  );
}
