import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefused } from '../../../api/problem.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { type ChecklistItem, placeOf, stateOf } from './checklist.model.js';
import { useChecklist } from '../activity/use-organising.js';

/** What is still missing before the activity can be published, in the words of the platform, which refuses by the same list. */
export function Checklist({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useChecklist(activityId);
  if (isPending) return <LoadingState rows={6} />;
  // Who sees the draft and may not edit it has nothing to see to.
  if (data === undefined)
    return isRefused(error) ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <section className="card" aria-labelledby="checklist-title">
      <h2 id="checklist-title" aria-live="polite">
        {data.missing === 0 ? t('checklist.ready') : t('checklist.stillMissing', { count: data.missing })}
      </h2>
      <ul className="plain-list checklist">
        {data.items.map((item, index) => (
          <CheckLine key={`${item.code} ${index}`} item={item} activityId={activityId} />
        ))}
      </ul>
    </section>
  );
}

const marks = { done: '✓', must: '×', better: '!' } as const;

interface CheckLineProps {
  readonly item: ChecklistItem;
  readonly activityId: string;
}

function CheckLine({ item, activityId }: CheckLineProps) {
  const { t } = useTranslation();
  const state = stateOf(item);
  const text = t(`checklist.item.${item.code}.${item.done ? 'done' : 'missing'}` as CheckKey, item.params);
  return (
    <li className={`check is-${state}`}>
      <span className="check-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <span>
        {item.done ? text : <MendLink to={placeOf(item, activityId)}>{text}</MendLink>}
        <span className="visually-hidden">{t(`checklist.state.${state}`)}</span>
      </span>
    </li>
  );
}

/** The codes are the platform's; this one stands for them all. */
type CheckKey = 'checklist.item.SEATS_MISSING.missing';

function MendLink({ to, children }: { readonly to: string; readonly children: string }) {
  return to.startsWith('#') ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>;
}
