import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Proposal = Schemas['NettingProposalView'];

/** What the platform would propose now on these terms; asked again whenever a run, a bill or a payment changes. */
export function useProposalPreview(body: Schemas['CreateNettingRunRequest'] | null) {
  return useQuery({
    queryKey: ['nettingRun', 'preview', body],
    enabled: body !== null,
    retry: false,
    queryFn: ({ signal }) =>
      body === null
        ? Promise.reject(new Error('nothing to preview'))
        : request('post', '/netting-runs/preview', { body }, { signal }),
  });
}
