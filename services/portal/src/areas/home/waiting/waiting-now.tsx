import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useWaiting } from '../../../session/use-waiting.js';
import { groupsOf, type WaitingGroup } from './waiting-groups.model.js';
import { WaitingItem } from './waiting-item.js';

/** Of one kind: a hundred of the same must not hide the one thing of another kind. */
const shownMax = 3;

/** What waits for the reader and for their offices, what is due first at the top, each with the button that leads to it. */
export function WaitingNow() {
  const { t } = useTranslation();
  const { data, error, refetch } = useWaiting();
  const groups = data === undefined ? [] : groupsOf(data.items, data.counts);
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('app.page.waiting')}</h2>
      {data === undefined && error === null && <LoadingState rows={3} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <p className="card" role="status">
          {t('home.nothing')}
        </p>
      )}
      {groups.length > 0 && (
        <div className="card waiting">
          {groups.map((group) => (
            <OneKind key={group.kind} group={group} />
          ))}
        </div>
      )}
    </section>
  );
}

function OneKind({ group: { kind, heading, count, items } }: { readonly group: WaitingGroup }) {
  const { t } = useTranslation();
  const id = `waiting-${kind}`;
  const shown = items.slice(0, shownMax);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <ul className="plain-list">
        {shown.map((item) => (
          <WaitingItem key={item.id} item={item} />
        ))}
      </ul>
      {count > shown.length && (
        <Link to={`/waiting?kind=${kind}`} className="back">
          {t('home.all', { count, title: heading })}
        </Link>
      )}
    </section>
  );
}
