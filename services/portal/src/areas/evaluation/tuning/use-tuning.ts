import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useFormat } from '../../../i18n/use-format.js';

export type TuningSummary = components['schemas']['TuningReportSummary'];
export type Tuning = components['schemas']['TuningReportView'];
export type TuningJob = components['schemas']['TuningJobView'];
export type NewTuningJob = components['schemas']['CreateTuningJobRequest'];

export function useTuningReports() {
  return usePages<TuningSummary>(['tuningReport', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/tuning-reports', { params: { query: page }, signal })),
  );
}

/** Its sentences are in the language that is chosen now. */
export function useTuningReport(tuningReportId: string) {
  const { locale } = useFormat();
  return useQuery({
    queryKey: ['tuningReport', tuningReportId, locale],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/tuning-reports/{tuningReportId}', { params: { path: { tuningReportId } }, signal }),
      ),
  });
}

export function useStartTuning() {
  return useSubmit({
    send: (body: NewTuningJob, key) =>
      answerOf(api.POST('/api/v1/tuning-jobs', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['tuningJob', 'tuningReport'],
  });
}

const lookAgainMs = 1_000;

/** How far a job is: looked at again until it is done. */
export function useTuningJob(tuningJobId: string) {
  return useQuery({
    queryKey: ['tuningJob', tuningJobId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/tuning-jobs/{tuningJobId}', { params: { path: { tuningJobId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : lookAgainMs),
  });
}

/** What is being made now. */
export function useRunningTuning() {
  return useQuery({
    queryKey: ['tuningJob', 'running'],
    queryFn: async ({ signal }) => {
      const query = { state: 'running' as const, limit: 20 };
      return (await answerOf(api.GET('/api/v1/tuning-jobs', { params: { query }, signal }))).items;
    },
  });
}
