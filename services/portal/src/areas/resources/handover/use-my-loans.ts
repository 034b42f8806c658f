import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { usePages } from '../../../api/use-pages.js';

export function useMyLoans() {
  return usePages(['loan', 'mine'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/loans', { params: { query: page }, signal })),
  );
}
