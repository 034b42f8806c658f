/**
 * An appeal against the hiding of what somebody wrote under a bulletin or in a circle: there is none; it waits for somebody
 * other than who has hidden it; it was refused. One that was granted is gone, as what was hidden is shown again.
 */
export const remarkAppealStates = ['none', 'waiting', 'refused'] as const;
export type RemarkAppealState = (typeof remarkAppealStates)[number];
