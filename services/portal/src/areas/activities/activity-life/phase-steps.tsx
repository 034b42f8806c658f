import './phase-steps.css';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../activity/use-activities.js';
import { phaseSteps } from './phase-steps.model.js';

/** How far an activity is on its way, on one line. */
export function PhaseSteps({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  return (
    <ol className="phase-steps" aria-label={t('activity.phaseLabel')}>
      {phaseSteps(activity).map(({ phase, standing }) => (
        <li key={phase} className={`is-${standing}`} aria-current={standing === 'now' ? 'step' : undefined}>
          <span>{t(`activity.phase.${phase}`)}</span>
        </li>
      ))}
    </ol>
  );
}
