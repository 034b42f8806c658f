import type { components } from '../../../api/schema.js';

type Activity = components['schemas']['ActivityView'];
export type Phase = Activity['phase'];

/** One step on the way of an activity: what it is called, and where the activity stands to it. */
export interface PhaseStep {
  readonly phase: Phase;
  readonly standing: 'done' | 'now' | 'ahead';
}

/** The steps of a life. Each is called by its first phase, until the activity stands at another one of it. */
const held: readonly (readonly Phase[])[] = [
  ['draft', 'proposed', 'agreed'],
  ['published'],
  ['signUpOpen', 'full', 'signUpClosed'],
  ['running', 'ended'],
  ['closed', 'closing'],
];

/**
 * The way of one activity: settled is a step where there is an agreement on its cost, archived where it has been put
 * away. What was cancelled shows how far it came.
 */
export function phaseSteps(activity: Activity): PhaseStep[] {
  const steps = stepsOf(activity);
  const now = steps.findIndex((step) => step.includes(activity.phase));
  return steps.map((step, index) => ({
    phase: index === now ? activity.phase : (step[0] ?? activity.phase),
    standing: index === now ? 'now' : index < now ? 'done' : 'ahead',
  }));
}

function stepsOf({
  state,
  publishedAt,
  agreementRequired,
  settledAt,
  archivedAt,
}: Activity): (readonly Phase[])[] {
  const away: (readonly Phase[])[] = archivedAt === null ? [] : [['archived']];
  if (state === 'cancelled') {
    const before = held.slice(0, publishedAt === null ? 1 : 2);
    return [...before, ['cancelled'], ...away];
  }
  const money: (readonly Phase[])[] = agreementRequired || settledAt !== null ? [['settled']] : [];
  return [...held, ...money, ...away];
}
