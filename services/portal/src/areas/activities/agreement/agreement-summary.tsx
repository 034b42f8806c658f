import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { useNames } from './party-names.js';
import { isToRenew, Renewal } from './renewal.js';
import { Tasks } from './terms-view.js';
import { useNoVersionText } from './use-no-version-text.js';
import { type Agreement, latestOf, useAgreements } from './use-agreements.js';

/** The state of the agreement, and who does what by it. */
export function AgreementSummary({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const agreements = useAgreements(activity.id);
  const versions = agreements.data?.items ?? [];
  const latest = latestOf(versions);
  return (
    <section className="card" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{t('activity.agreement')}</h2>
      {agreements.isPending && <LoadingState rows={2} />}
      {agreements.isError && (
        <ErrorState error={agreements.error} onRetry={() => void agreements.refetch()} />
      )}
      {agreements.isSuccess && latest === undefined && <NoVersion activity={activity} />}
      {isToRenew(activity) && <Renewal />}
      {latest !== undefined && <Standing latest={latest} />}
      <WaitingTasks activity={activity} versions={versions} />
      <p>
        <Link to={`/activities/${activity.id}/agreement`}>{t('agreement.open')}</Link>
      </p>
    </section>
  );
}

function NoVersion({ activity }: { readonly activity: Activity }) {
  return <p className="hint">{useNoVersionText(activity)}</p>;
}

function Standing({ latest: { versionNumber, state, signatures } }: { readonly latest: Agreement }) {
  const { t } = useTranslation();
  const signed = signatures.filter(({ signedAt }) => signedAt !== null).length;
  return (
    <p aria-live="polite">
      {t('agreement.version', { number: versionNumber })}{' '}
      <span className={`tag is-${state}`}>{t(`agreement.state.${state}`)}</span>{' '}
      {t('agreement.signedCount', { signed, all: signatures.length })}
    </p>
  );
}

interface WaitingTasksProps {
  readonly activity: Activity;
  readonly versions: readonly Agreement[];
}

/** The tasks of a version that is not in force yet. Live tasks have their own section. */
function WaitingTasks({ activity, versions }: WaitingTasksProps) {
  const { t } = useTranslation();
  const waiting = versions.find(({ state }) => state === 'checking' || state === 'open');
  const tasks = waiting?.terms.tasks ?? [];
  const signers = (waiting?.signatures ?? []).map(({ party }) => party);
  const nameOf = useNames(
    tasks.map(({ party }) => party),
    [activity.organiser, ...activity.coHosts, ...signers],
  );
  if (tasks.length === 0) return null;
  return (
    <>
      <h3>{t('agreement.tasks')}</h3>
      <Tasks tasks={tasks} nameOf={nameOf} />
    </>
  );
}
