import { useTranslation } from 'react-i18next';
import { type AssignmentPartLine, toneOf } from './assignment.model.js';

type Tagged = Pick<AssignmentPartLine, 'state' | 'daysLeft' | 'delayState'>;

/** How far a union is with its part, and how many working days are left. */
export function PartTags({ part: { state, daysLeft, delayState } }: { readonly part: Tagged }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      <span className={`tag ${toneOf(state)}`}>{t(`assignment.partState.${state}`)}</span>
      {daysLeft !== null && (
        <span className={daysLeft < 0 ? 'tag is-cancelled' : daysLeft === 0 ? 'tag is-closing' : 'tag'}>
          {daysLeft < 0 && t('assignment.daysLate', { count: -daysLeft })}
          {daysLeft === 0 && t('assignment.dueToday')}
          {daysLeft > 0 && t('assignment.daysLeft', { count: daysLeft })}
        </span>
      )}
      {delayState === 'asked' && <span className="tag is-closing">{t('assignment.delayAsked')}</span>}
    </div>
  );
}
