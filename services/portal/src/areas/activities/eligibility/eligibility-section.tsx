import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import type { Eligibility } from './eligibility-form.model.js';
import { useEligibility } from './use-eligibility.js';
import { useRuleWords } from './use-rule-words.js';

const EligibilityFormPart = lazyPart('EligibilityFormPart', () => import('./eligibility-form.js'), {
  texts: ['belonging', 'groupPicker'],
});

interface EligibilitySectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** Who may come, in words, and the form in which the organiser sets it. */
export function EligibilitySection({ activity, mayManage }: EligibilitySectionProps) {
  const { t } = useTranslation();
  const eligibility = useEligibility(activity.id);
  const { data, error } = eligibility;
  return (
    <section className="card" aria-labelledby="eligibility-title">
      <h2 id="eligibility-title">{t('eligibility.title')}</h2>
      {data === undefined && error === null && <LoadingState rows={1} />}
      {data === undefined && error !== null && (
        <ErrorState error={error} onRetry={() => void eligibility.refetch()} />
      )}
      {data !== undefined && (
        <Rules
          view={data}
          unionId={activity.unionId}
          mayChange={mayManage && !isOver(activity, new Date())}
        />
      )}
      {mayManage && activity.state === 'closed' && (
        <p>
          <Link to={`/activities/${activity.id}/no-shows`}>{t('noShow.link')}</Link>
        </p>
      )}
    </section>
  );
}

interface RulesProps {
  readonly view: Eligibility;
  readonly unionId: string;
  readonly mayChange: boolean;
}

function Rules({ view, unionId, mayChange }: RulesProps) {
  const { t } = useTranslation();
  const wordsOf = useRuleWords();
  const [isOpen, setIsOpen] = useState(false);
  const [kept, setKept] = useState<number | null>(null);
  const done = (saved: Eligibility): void => {
    setKept(saved.kept);
    setIsOpen(false);
  };
  return (
    <>
      <p aria-live="polite">{wordsOf(view)}</p>
      {kept !== null && kept > 0 && (
        <Alert
          type="info"
          showIcon
          role="status"
          className="notice"
          title={t('eligibility.kept', { count: kept })}
        />
      )}
      {mayChange && !isOpen && <Button onClick={() => setIsOpen(true)}>{t('eligibility.change')}</Button>}
      {mayChange && isOpen && (
        <EligibilityFormPart view={view} unionId={unionId} onSaved={done} onBack={() => setIsOpen(false)} />
      )}
    </>
  );
}

function isOver({ state, endsAt }: Activity, now: Date): boolean {
  return state !== 'draft' && (state !== 'published' || now >= new Date(endsAt));
}
