import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefused } from '../../../api/problem.js';
import { useRead } from '../../../api/use-read.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { type ChecklistItem, placeOf, stateOf } from './checklist.model.js';

/** What is missing before the activity can be published: the platform refuses by the same list. */
export function Checklist({ activityId }: { readonly activityId: string }) {
  const { data, error, isPending, refetch } = useRead('activity', '/activities/{activityId}/checklist', {
    activityId,
  });
  if (isPending) return <LoadingState rows={6} />;
  // Somebody who sees the draft and may not edit it needs no checklist.
  if (data === undefined)
    return isRefused(error) ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <section className="card" aria-labelledby="checklist-title">
      <h2 id="checklist-title" aria-live="polite">
        <Summary items={data.items} />
      </h2>
      <ul className="plain-list checklist">
        {data.items.map((item, index) => (
          <CheckLine key={`${item.code} ${index}`} item={item} activityId={activityId} />
        ))}
      </ul>
    </section>
  );
}

/** What blocks the publication is counted apart from advice. */
function Summary({ items }: { readonly items: readonly ChecklistItem[] }) {
  const { t } = useTranslation();
  const countOf = (state: ReturnType<typeof stateOf>): number =>
    items.filter((item) => stateOf(item) === state).length;
  const [must, better] = [countOf('must'), countOf('better')];
  if (must > 0) return t('checklist.stillMissing', { count: must });
  return better > 0 ? t('checklist.readyBut', { count: better }) : t('checklist.ready');
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
        {item.done ? text : <FixLink to={placeOf(item, activityId)}>{text}</FixLink>}
        <span className={state === 'done' ? 'visually-hidden' : 'hint'}>{t(`checklist.state.${state}`)}</span>
      </span>
    </li>
  );
}

/** The codes come from the platform; the type names one for all of them. */
type CheckKey = 'checklist.item.SEATS_MISSING.missing';

function FixLink({ to, children }: { readonly to: string; readonly children: string }) {
  return to.startsWith('#') ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>;
}
