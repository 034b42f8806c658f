import type { components } from '../../../api/schema.js';

export type ChecklistItem = components['schemas']['ChecklistItemView'];

/** The ways of showing one thing: `must` stands in the way of publishing, `better` is advice. */
export type CheckState = 'done' | 'must' | 'better';

export function stateOf({ done, required }: ChecklistItem): CheckState {
  if (done) return 'done';
  return required ? 'must' : 'better';
}

/** Sections of the organiser's own page, and pages of their own. */
const places: Readonly<Record<string, (activityId: string) => string>> = {
  '/pools': () => '#pools-title',
  '/coHosts': () => '#co-hosts-title',
  '/agreementId': (activityId) => `/activities/${activityId}/agreement`,
};

/** Where it is mended: what has no place of its own is a field of the activity. */
export function placeOf({ pointer }: ChecklistItem, activityId: string): string {
  return places[pointer]?.(activityId) ?? `/activities/${activityId}/edit#${pointer.slice(1)}`;
}
