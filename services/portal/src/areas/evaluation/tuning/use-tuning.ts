import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';

export type TuningSummary = components['schemas']['TuningReportSummary'];
export type Tuning = components['schemas']['TuningReportView'];
export type TuningJob = components['schemas']['TuningJobView'];
export type NewTuningJob = components['schemas']['CreateTuningJobRequest'];

/** Its sentences are in the language that is chosen now. */
export function useTuningReport(tuningReportId: string) {
  const { locale } = useFormat();
  const path = '/tuning-reports/{tuningReportId}';
  return useQuery({
    queryKey: ['tuningReport', path, { tuningReportId }, locale],
    queryFn: ({ signal }) => request('get', path, { tuningReportId }, { signal }),
  });
}

const lookAgainMs = 1_000;

/** The progress of a job, read again until it is done. */
export function useTuningJob(tuningJobId: string) {
  return useQuery({
    ...readOf('tuningJob', '/tuning-jobs/{tuningJobId}', { tuningJobId }),
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : lookAgainMs),
  });
}
