/**
 * Where an activity stands in its life: what is kept of it (its state, its agreement, its settlement, its archiving)
 * together with what time it is. How each follows from which stands in one table of the service.
 */
export const activityPhases = [
  'draft',
  'proposed',
  'agreed',
  'published',
  'signUpOpen',
  'full',
  'signUpClosed',
  'running',
  'ended',
  'closing',
  'closed',
  'settled',
  'archived',
  'cancelled',
] as const;
export type ActivityPhase = (typeof activityPhases)[number];

/** Several phases at once, as somebody looks for an activity: what they can join now, what else is to come, what is over. */
export const activityStages = ['preparing', 'bookable', 'next', 'over'] as const;
export type ActivityStage = (typeof activityStages)[number];

/** What anyone may see of it: a published activity that has not begun to close. */
export const publicPhases = ['published', 'signUpOpen', 'full', 'signUpClosed', 'running', 'ended'] as const;
export type PublicPhase = (typeof publicPhases)[number];
