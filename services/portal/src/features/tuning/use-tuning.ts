import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../i18n/use-format.js';

export type TuningSummary = components['schemas']['TuningReportSummary'];
export type Tuning = components['schemas']['TuningReportView'];

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
