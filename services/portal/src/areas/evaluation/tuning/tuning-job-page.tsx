import './tuning.css';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { type TuningJob, useTuningJob } from './use-tuning.js';

/** How far a report is. Its address names the job, so that a reload, or another phone, finds it again. */
export function TuningJobPage() {
  const { tuningJobId = '' } = useParams();
  return <Loaded query={useTuningJob(tuningJobId)}>{(job) => <OneJob job={job} />}</Loaded>;
}

const steps = ['answers', 'scores', 'before', 'report'] as const;

function OneJob({ job }: { readonly job: TuningJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { indicatorSystemName: name, indicatorSystemVersion: version, done, total } = job;
  if (job.tuningReportId !== null) return <Navigate to={`/tuning-reports/${job.tuningReportId}`} replace />;
  const now = t(`tuning.step.${steps[done] ?? 'report'}`);
  const said = t('tuning.progress', { done: format.number(done), total: format.number(total), now });
  return (
    <>
      <PageHead title={t('tuning.titleOf', { name, version })} back="/tuning-reports" />
      <p className="hint">{t('tuning.seasonOf', { from: format.date(job.from), to: format.date(job.to) })}</p>
      <section className="card" aria-labelledby="job-title">
        <h2 id="job-title">{t('tuning.making')}</h2>
        <progress className="tuning-progress" value={done} max={total} aria-label={t('tuning.making')} />
        <p role="status">{said}</p>
        <p className="hint">{t('tuning.makingHint')}</p>
      </section>
    </>
  );
}
