import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { usePages } from '../../../api/use-pages.js';
import { keepSeats } from '../../activities/kept-seats/kept-seats.js';

export function useMyRegistrations() {
  return usePages(['registration', 'mine', 'list'], async (page, signal) => {
    const answer = await answerOf(api.GET('/api/v1/me/registrations', { params: { query: page }, signal }));
    // The latest come first: what lies ahead is on the first page.
    if (page.cursor === undefined) void keepSeats(answer.items);
    return answer;
  });
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
