import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type ScoreBatch = components['schemas']['ScoreBatchView'];
export type NewScoreBatch = components['schemas']['CreateScoreBatchRequest'];

export function useScoreBatches() {
  return usePages<ScoreBatch>(['scoreBatch', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/score-batches', { params: { query: page }, signal })),
  );
}

export function useStartBatch() {
  return useSubmit({
    send: (body: NewScoreBatch, key) =>
      answerOf(api.POST('/api/v1/score-batches', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['scoreBatch', 'score'],
  });
}
