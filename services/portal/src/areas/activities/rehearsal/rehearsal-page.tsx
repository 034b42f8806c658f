import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { AssumedForm } from './assumed-form.js';
import { CostReport } from './cost-report.js';
import { PoolReport } from './pool-report.js';
import { type Rehearsal, useRehearse } from './use-rehearsal.js';

export function RehearsalPage() {
  return <OfActivity>{(activity) => <Rehearse activity={activity} />}</OfActivity>;
}

/** Tries an activity out with invented people. */
function Rehearse({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const rehearse = useRehearse(activity.id);
  const isOpen = activity.state === 'draft' || activity.state === 'published';
  const isAhead = isOpen && new Date(activity.startsAt) > new Date();
  return (
    <>
      <PageHead
        title={t('rehearsal.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      />
      <p className="hint">{t('rehearsal.hint')}</p>
      {isAhead ? (
        <>
          <AssumedForm rehearse={rehearse} bringsCompanions={activity.companionsMax > 0} />
          <div aria-live="polite">{rehearse.data !== undefined && <Report rehearsal={rehearse.data} />}</div>
        </>
      ) : (
        <EmptyState text={t('rehearsal.tooLate')} />
      )}
    </>
  );
}

function Report({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const { people, parties, problems, pools, door, heads, cost } = rehearsal;
  return (
    <>
      <section className="card" aria-labelledby="problems-title">
        <h2 id="problems-title">{t('rehearsal.problems')}</h2>
        <p>{t('rehearsal.came', { people, parties })}</p>
        {problems.length === 0 && <p>{t('rehearsal.noProblems')}</p>}
        <ul>
          {problems.map(({ code, params }) => (
            <li key={`${code} ${JSON.stringify(params)}`}>{t(`rehearsal.problem.${code}`, { ...params })}</li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="pools-title">
        <h2 id="pools-title">{t('rehearsal.pools')}</h2>
        <PoolReport pools={pools} />
      </section>
      <section className="card" aria-labelledby="door-title">
        <h2 id="door-title">{t('rehearsal.door')}</h2>
        <p>{t('rehearsal.doorSays', { ...door })}</p>
        <ul>
          {heads.map(({ unionId, unionName, heads: count }) => (
            <li key={unionId}>{t('rehearsal.headsOf', { union: unionName ?? '', count })}</li>
          ))}
        </ul>
      </section>
      {cost !== null && <CostReport cost={cost} />}
    </>
  );
}
