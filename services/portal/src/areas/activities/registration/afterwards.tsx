import '../../../kit/styles/mine.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { AfterIt } from './after-it.js';
import { outcomeOf } from './outcome.model.js';
import { useFollowUps } from './use-follow-ups.js';

/** Whether somebody with a seat was there, and what there is to do after it. */
export function Afterwards({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = useRead('registration', '/me/registrations', { activityId });
  const followUps = useFollowUps();
  const one = data?.items.find(({ state }) => state === 'confirmed');
  const outcome = one === undefined ? 'over' : outcomeOf(one);
  const shown = outcome === 'attended' || outcome === 'missed' ? outcome : 'over';
  return (
    <Alert
      type={shown === 'attended' ? 'success' : 'info'}
      showIcon
      role="status"
      title={t(`registration.outcome.${shown}`)}
      description={
        shown === 'missed' ? (
          <ToAppeal activityId={activityId} />
        ) : (
          <AfterIt activityId={activityId} followUps={followUps} />
        )
      }
      className="notice"
    />
  );
}

/** Where it was counted, the record says so, and takes an appeal. */
function ToAppeal({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { items = [] } = useList('noShow', '/me/no-shows', {});
  const counted = items.find((one) => one.activityId === activityId);
  if (counted === undefined) return null;
  return (
    <Link to="/my#my-no-shows">
      {t(counted.state === 'counted' ? 'registration.appeal' : 'registration.appealed')}
    </Link>
  );
}
