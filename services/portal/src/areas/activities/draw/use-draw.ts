import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';

export type Draw = components['schemas']['DrawView'];
export type DrawEntry = components['schemas']['DrawEntryView'];
export type DrawProof = components['schemas']['DrawProofView'];
export type NewDraw = components['schemas']['CreateDrawBody'];

/** While the results are computed, the page shows the progress. */
const progressMs = 1_500;

export function useDraw(drawId: string) {
  return useQuery({
    ...readOf('draw', '/draws/{drawId}', { drawId }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isAboutToChange(state.data) ? progressMs : false,
  });
}

/** Closed and not yet drawn: the answer of a moment ago is old. */
function isAboutToChange({ state, closesAt }: Draw): boolean {
  return state === 'frozen' || (state === 'open' && new Date(closesAt) <= new Date());
}
