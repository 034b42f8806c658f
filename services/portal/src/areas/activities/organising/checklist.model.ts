import type { components } from '../../../api/schema.js';

export type ChecklistItem = components['schemas']['ChecklistItemView'];

/** How an item is shown: `must` blocks the publication, `better` is advice. */
type CheckState = 'done' | 'must' | 'better';

export function stateOf({ done, required }: ChecklistItem): CheckState {
  if (done) return 'done';
  return required ? 'must' : 'better';
}

/** Sections of the organiser's page, and separate pages. */
const places: Readonly<Record<string, (activityId: string) => string>> = {
  '/pools': () => '#pools-title',
  '/coHosts': () => '#co-hosts-title',
  '/agreementId': (activityId) => `/activities/${activityId}/agreement`,
};

/** Where the item is corrected: by default in a field of the activity. */
export function placeOf({ pointer }: ChecklistItem, activityId: string): string {
  return places[pointer]?.(activityId) ?? `/activities/${activityId}/edit#${pointer.slice(1)}`;
}
