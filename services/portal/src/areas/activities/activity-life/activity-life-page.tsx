import '../../../kit/styles/activity.css';
import { useTranslation } from 'react-i18next';
import { FoldedAct } from '../../../kit/folded-act.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Activity } from '../activity/use-activities.js';
import { OfActivity } from '../activity/of-activity.js';
import { useOffices } from '../../../session/use-offices.js';
import { ArchiveSection } from './archive-section.js';
import { CancelSection } from './cancel-section.js';
import { PhaseSteps } from './phase-steps.js';
import type { Phase } from './phase-steps.model.js';

/** The phase of an activity, what it means, and the ways to end it: cancelling and archiving. */
export function ActivityLifePage() {
  return <OfActivity>{(activity) => <Life activity={activity} />}</OfActivity>;
}

function Life({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  // The platform decides: it refuses organisers of other unions, and they see nothing here.
  const mayOrganise = holds('officer', 'organiser');
  const isAhead = activity.state === 'draft' || activity.state === 'published';
  const isOver = activity.state === 'closed' || activity.state === 'cancelled';
  return (
    <div className="form-page">
      <PageHead
        title={t('life.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      />
      <PhaseSteps activity={activity} />
      <section className="card" aria-labelledby="now-title">
        <h2 id="now-title">{t('life.now', { phase: t(`activity.phase.${activity.phase}`) })}</h2>
        <Meaning phase={activity.phase} />
      </section>
      {mayOrganise && isAhead && <CancelSection activity={activity} />}
      {mayOrganise && isOver && <ArchiveSection activity={activity} />}
      <WholeLife />
    </div>
  );
}

function Meaning({ phase }: { readonly phase: Phase }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('life.by')}</dt>
      <dd>{t(`life.of.${phase}.by`)}</dd>
      <dt>{t('life.seats')}</dt>
      <dd>{t(`life.of.${phase}.seats`)}</dd>
      <dt>{t('life.money')}</dt>
      <dd>{t(`life.of.${phase}.money`)}</dd>
    </dl>
  );
}

const phases: readonly Phase[] = [
  'draft',
  'proposed',
  'agreed',
  'published',
  'signUpOpen',
  'full',
  'signUpClosed',
  'running',
  'ended',
  'closing',
  'closed',
  'settled',
  'archived',
  'cancelled',
] as const;

function WholeLife() {
  const { t } = useTranslation();
  return (
    <FoldedAct title={t('life.whole')}>
      {phases.map((phase) => (
        <section className="card" key={phase} aria-label={t(`activity.phase.${phase}`)}>
          <h2>{t(`activity.phase.${phase}`)}</h2>
          <Meaning phase={phase} />
        </section>
      ))}
    </FoldedAct>
  );
}
