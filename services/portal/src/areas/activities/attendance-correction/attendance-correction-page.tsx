import '../../../kit/styles/organising.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FetchPage, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { EmptyState } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { type Correction, CorrectionCard } from './correction-card.js';
import { type Chosen, ProposeForm } from './propose-form.js';
import { WhoCame } from './who-came.js';

export function AttendanceCorrectionPage() {
  return <OfActivity>{(activity) => <Corrections activity={activity} />}</OfActivity>;
}

/** The record of who came and its corrections: one person proposes, another decides. */
function Corrections({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const corrections = useList('attendanceCorrection', '/activities/{activityId}/attendance-corrections', {
    activityId: activity.id,
  });
  return (
    <>
      <PageHead
        title={t('correction.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      >
        <ExportCorrections activity={activity} fetchPage={corrections.fetchPage} />
      </PageHead>
      <p className="hint">{t('correction.hint')}</p>
      {activity.state === 'closed' ? (
        <>
          <section className="card" aria-labelledby="propose-title">
            <h2 id="propose-title">{t('correction.propose')}</h2>
            <ProposeForm activityId={activity.id} chosen={chosen} onChoose={setChosen} />
          </section>
          <section className="card" aria-labelledby="corrections-title">
            <h2 id="corrections-title">{t('correction.all')}</h2>
            <PagedList list={corrections} empty={{ text: t('correction.none') }}>
              {(items) => items.map((one) => <CorrectionCard key={one.id} correction={one} />)}
            </PagedList>
          </section>
          <WhoCame activity={activity} onChoose={setChosen} />
        </>
      ) : (
        <EmptyState text={t('correction.notClosed')} />
      )}
    </>
  );
}

interface ExportProps {
  readonly activity: Activity;
  readonly fetchPage: FetchPage<Correction>;
}

function ExportCorrections({ activity, fetchPage }: ExportProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const nameOf = useNameOf();
  return (
    <ExportButton<Correction>
      fileName={t('correction.titleOf', { title: activity.title })}
      fetchPage={fetchPage}
      columns={[
        { title: t('correction.name'), text: ({ maskedName }) => maskedName },
        { title: t('correction.before'), text: ({ headsBefore }) => String(headsBefore) },
        { title: t('correction.after'), text: ({ heads }) => String(heads) },
        { title: t('correction.union'), text: ({ unionName }) => unionName ?? '' },
        { title: t('correction.state'), text: ({ state }) => t(`correction.stateIs.${state}`) },
        { title: t('correction.reason'), text: ({ reason }) => reason },
        {
          title: t('correction.proposedBy'),
          text: ({ proposedBy, proposedByName }) => nameOf(proposedBy, proposedByName),
        },
        { title: t('correction.proposedAt'), text: ({ proposedAt }) => format.instant(proposedAt) },
        {
          title: t('correction.decidedBy'),
          text: ({ decidedBy, decidedByName }) => nameOf(decidedBy, decidedByName) ?? '',
        },
        { title: t('correction.refusal'), text: ({ refusal }) => refusal ?? '' },
      ]}
    />
  );
}
