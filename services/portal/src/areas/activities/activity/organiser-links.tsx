import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOrganises } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Activity } from './use-activities.js';

/** Links to the organiser's pages, for organisers and co-hosts of the activity. */
export function OrganiserLinks({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const manages = useOrganises(activity);
  const isOfUnion = useReaches(activity.unionId);
  const { organiser, coHosts, proposal } = activity;
  const own = (me?.roles ?? []).map(({ unionId }) => unionId);
  // Until a union sponsors it, a proposal has nothing to be organised, and its proposer no right to.
  const isProposal = proposal !== null && proposal.state !== 'sponsored';
  const isHost = [organiser, ...coHosts].some(
    ({ id }) => own.includes(id) || (id === me?.personId && !isProposal),
  );
  if (!manages && !isHost) return null;
  // An agreement binds the hosts, and is theirs.
  const signs = isOfUnion || isHost;
  const address = `/activities/${activity.id}`;
  return (
    <nav className="organiser-links" aria-label={t('activity.organise')}>
      <Link to={`${address}/organise`}>{t('activity.organise')}</Link>
      {signs && <Link to={`${address}/agreement`}>{t('activity.agreement')}</Link>}
      {manages && <ManagersLinks activity={activity} address={address} />}
    </nav>
  );
}

interface ManagersLinksProps {
  readonly activity: Activity;
  readonly address: string;
}

function ManagersLinks({ activity, address }: ManagersLinksProps) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`${address}/registrations`}>{t('activity.registrations')}</Link>
      <Link to={`${address}/check-in`}>{t('activity.checkIn')}</Link>
      {activity.publishedAt !== null && <Link to={`${address}/attendance`}>{t('activity.attendance')}</Link>}
    </>
  );
}
