import { useRef } from 'react';
import { newUuid } from '../../../api/new-uuid.js';
import { request } from '../../../api/request.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { HandoverItem } from './handover.js';

/** Records a handover. Its own id, which the platform takes once, is the Idempotency-Key too. */
export function sendHandover(loanId: string, item: HandoverItem) {
  return request('post', '/loans/{loanId}/handovers', { loanId, body: item }, { key: item.operationId });
}

export function useRecordHandover(loanId: string) {
  const ids = useRef(new SubmitKey(newUuid));
  return useSubmit({
    send: async (body: Omit<HandoverItem, 'operationId'>) => {
      const operationId = ids.current.for(body);
      try {
        const view = await sendHandover(loanId, { ...body, operationId });
        ids.current.succeeded();
        return view;
      } catch (error) {
        ids.current.failed(error);
        throw error;
      }
    },
    touches: ['loan'],
  });
}
