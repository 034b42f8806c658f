import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Correction = components['schemas']['AttendanceCorrectionView'];
export type Line = components['schemas']['AttendanceLineView'];

/** Who came, and what follows from it, changes with what is put right. */
const touches = ['attendanceCorrection', 'attendance', 'activity', 'noShow'];

export function correctionPages(activityId: string): FetchPage<Correction> {
  return (query, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/attendance-corrections', {
        params: { path: { activityId }, query },
        signal,
      }),
    );
}

/** The latest first. */
export function useCorrections(activityId: string) {
  return usePages<Correction>(['attendanceCorrection', 'list', activityId], correctionPages(activityId));
}

/** In the order of coming. */
export function useAttendance(activityId: string) {
  return usePages<Line>(['attendance', 'lines', activityId], async (query, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/attendance', {
        params: { path: { activityId }, query },
        signal,
      }),
    ),
  );
}

export interface Proposal {
  readonly personId: string;
  readonly heads: number;
  readonly reason: string;
}

export function usePropose(activityId: string) {
  return useSubmit({
    touches,
    send: (body: Proposal, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/attendance-corrections', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useStep({ id: correctionId, version }: Seen, step: 'approve' | 'withdraw') {
  return useDecision({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST(`/api/v1/attendance-corrections/{correctionId}/${step}`, {
          params: { path: { correctionId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useRefuse({ id: correctionId, version }: Seen) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/attendance-corrections/{correctionId}/refuse', {
          params: { path: { correctionId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}
