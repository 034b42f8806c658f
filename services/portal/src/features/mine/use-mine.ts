import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { usePages } from '../../api/use-pages.js';

export function useMyRegistrations() {
  return usePages(['registration', 'mine', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/registrations', { params: { query: page }, signal })),
  );
}

export function useMyLoans() {
  return usePages(['loan', 'mine'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/loans', { params: { query: page }, signal })),
  );
}

export function useMySurveys() {
  return usePages(['survey', 'mine', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/surveys', { params: { query: page }, signal })),
  );
}

export function useMyIntake() {
  return usePages(['intake', 'mine'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/intake', { params: { query: page }, signal })),
  );
}
