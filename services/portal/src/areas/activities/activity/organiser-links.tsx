import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../kit/button-link.js';
import { useOrganises } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Activity } from './use-activities.js';

/** To the organiser's pages, for organisers and co-hosts of the activity: the door while it goes on, else what is to be organised. */
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
      <NextLinks activity={activity} address={address} manages={manages} />
      {manages && <ManagersLinks activity={activity} address={address} />}
      {signs && (
        <ButtonLink to={`${address}/agreement`} isPlain>
          {t('activity.agreement')}
        </ButtonLink>
      )}
    </nav>
  );
}

interface NextLinksProps extends ManagersLinksProps {
  readonly manages: boolean;
}

/** The door stands first while the activity goes on. */
function NextLinks({ activity, address, manages }: NextLinksProps) {
  const { t } = useTranslation();
  const isAtDoor = manages && activity.phase === 'running';
  return (
    <>
      {isAtDoor && <ButtonLink to={`${address}/check-in`}>{t('activity.checkIn')}</ButtonLink>}
      <ButtonLink to={`${address}/organise`} isPlain={isAtDoor}>
        {t('activity.organise')}
      </ButtonLink>
    </>
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
      <ButtonLink to={`${address}/registrations`} isPlain>
        {t('activity.registrations')}
      </ButtonLink>
      {activity.phase !== 'running' && (
        <ButtonLink to={`${address}/check-in`} isPlain>
          {t('activity.checkIn')}
        </ButtonLink>
      )}
      {activity.publishedAt !== null && (
        <ButtonLink to={`${address}/attendance`} isPlain>
          {t('activity.attendance')}
        </ButtonLink>
      )}
    </>
  );
}
