import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { Intake, IntakeFilters, SendIntake } from './intake.model.js';

const touches = ['intake'];

export function useIntakeList(filters: IntakeFilters) {
  return usePages(['intake', 'list', filters], (page, signal) =>
    answerOf(api.GET('/api/v1/intake', { params: { query: { ...filters, ...page } }, signal })),
  );
}

export function useIntake(intakeId: string) {
  return useQuery({
    queryKey: ['intake', intakeId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/intake/{intakeId}', { params: { path: { intakeId } }, signal })),
  });
}

export function useSendIntake() {
  return useSubmit({
    touches,
    send: (body: SendIntake, key) =>
      answerOf(api.POST('/api/v1/intake', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

/** What was seen, and what is to be done about it. */
interface Act {
  readonly seen: Pick<Intake, 'id' | 'version'>;
}

const paramsOf = ({ seen }: Act, key: string) => ({
  path: { intakeId: seen.id },
  header: submitHeaders(key, seen.version),
});

export function useAnswerIntake() {
  return useDecision({
    touches,
    send: (act: Act & { readonly text: string }, key) =>
      answerOf(
        api.POST('/api/v1/intake/{intakeId}/answer', {
          params: paramsOf(act, key),
          body: { text: act.text },
        }),
      ),
  });
}

export function useRouteIntake() {
  return useDecision({
    touches,
    send: (act: Act & { readonly unionId: string }, key) =>
      answerOf(
        api.POST('/api/v1/intake/{intakeId}/route', {
          params: paramsOf(act, key),
          body: { unionId: act.unionId },
        }),
      ),
  });
}

export function useAskAgain() {
  return useDecision({
    touches,
    send: (act: Act & { readonly text: string }, key) =>
      answerOf(
        api.POST('/api/v1/intake/{intakeId}/ask-again', {
          params: paramsOf(act, key),
          body: { text: act.text },
        }),
      ),
  });
}

export function useCloseIntake() {
  return useDecision({
    touches,
    send: (act: Act & { readonly reason: string | null }, key) =>
      answerOf(
        api.POST('/api/v1/intake/{intakeId}/close', {
          params: paramsOf(act, key),
          body: { reason: act.reason },
        }),
      ),
  });
}
