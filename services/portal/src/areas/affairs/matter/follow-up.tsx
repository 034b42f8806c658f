import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Matter } from './matter.model.js';

/** Until when what was decided holds, and from when on the next one is due. */
export function FollowUp({ followUp }: Pick<Matter, 'followUp'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (followUp === null) return null;
  const { label, holdsUntil, nextDueOn, due, followedUpAt } = followUp;
  return (
    <div className="notice">
      <p>
        <strong>{t('matter.holdsUntilDay', { day: format.date(holdsUntil) })}</strong> {label}
      </p>
      <p>
        {t('matter.nextDue', { day: format.date(nextDueOn) })}{' '}
        {due && <span className="tag is-closing">{t('matter.isDueAgain')}</span>}
        {followedUpAt !== null && t('matter.followedUpOn', { day: format.instant(followedUpAt) })}
      </p>
    </div>
  );
}
