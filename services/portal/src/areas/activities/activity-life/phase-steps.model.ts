import type { components } from '../../../api/schema.js';

type Activity = components['schemas']['ActivityView'];
export type Phase = Activity['phase'];

/** One step in the life of an activity: its name, and whether it is past, present or ahead. */
interface PhaseStep {
  readonly phase: Phase;
  readonly standing: 'done' | 'now' | 'ahead';
}

/** The steps of a life. Each has the name of its first phase until the activity reaches another phase of the step. */
const held: readonly (readonly Phase[])[] = [
  ['draft', 'proposed', 'agreed'],
  ['published'],
  ['signUpOpen', 'full', 'signUpClosed'],
  ['running', 'ended'],
  ['closed', 'closing'],
];

/**
 * The steps of one activity: settled is a step where there is an agreement on its cost, archived where it is archived.
 * A cancelled activity shows how far it came.
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
