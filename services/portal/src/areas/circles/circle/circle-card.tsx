import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CircleLine } from './circle.model.js';
import { JoinCircle } from './join-circle.js';

/** A circle in a list: what it is about, how many are in it, and the way in. */
export function CircleCard({ circle }: { readonly circle: CircleLine }) {
  const { t } = useTranslation();
  const { id, name, about, unionName, memberCount, state, standing } = circle;
  const isOutside = standing === null || standing === 'left' || standing === 'declined';
  return (
    <li className="card">
      <h2>
        <Link to={`/circles/${id}`}>{name}</Link>
      </h2>
      <CircleTags circle={circle} />
      <p className="circle-about">{about}</p>
      <div className="circle-foot">
        <span className="hint">{[unionName, t('circle.members', { count: memberCount })].join(' · ')}</span>
        {state === 'open' && isOutside && <JoinCircle circle={circle} />}
      </div>
    </li>
  );
}

type Tagged = Pick<CircleLine, 'state' | 'standing'>;

/** How a circle stands, and the reader to it. */
export function CircleTags({ circle: { state, standing } }: { readonly circle: Tagged }) {
  const { t } = useTranslation();
  const isIn = standing === 'member' || standing === 'asked';
  if (state === 'open' && !isIn) return null;
  return (
    <div className="tags">
      {state === 'closed' && <span className="tag is-closing">{t('circle.closed')}</span>}
      {standing === 'member' && <span className="tag is-published">{t('circle.standing.member')}</span>}
      {standing === 'asked' && <span className="tag is-kind">{t('circle.standing.asked')}</span>}
    </div>
  );
}
