import type {
  ServiceApplicants,
  ServiceDefinition,
  ServiceItemState,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { type Actor, DomainError, type FieldProblem, isWithin } from '@gongxiang/domain';
import { checkQuestions } from '@gongxiang/domain/forms';
import { deadlineAfter } from '../term.model.js';
import { checkOccasion } from './occasion-settings.model.js';
import { checkSteps } from './step-settings.model.js';

/** Services of one union: more would be a list that nobody reads. */
export const servicesMax = 200;

/**
 * The problems of what an officer says about a service.
 * @param before the present edition, whose questions may have answers; null of a new service
 * @param today a day on which both terms begin, to compare them
 */
export function checkDefinition(
  definition: ServiceDefinition,
  before: ServiceDefinition | null,
  today: Date,
): FieldProblem[] {
  const { acceptWithin, decideWithin, outcomes, topics = [] } = definition;
  const isReversed = deadlineAfter(today, decideWithin) < deadlineAfter(today, acceptWithin);
  return [
    ...checkQuestions(definition.questions, before?.questions ?? []),
    ...twice(outcomes, 'outcomes', 'SERVICE_OUTCOME_TWICE'),
    ...twice(definition.papers ?? [], 'papers', 'SERVICE_PAPER_TWICE'),
    ...twice(topics, 'topics', 'SERVICE_TOPIC_TWICE'),
    ...twice(definition.steps ?? [], 'steps', 'SERVICE_STEP_TWICE'),
    ...checkSteps(definition),
    ...checkOccasion(definition),
    ...splitTwice(definition),
    ...uncountedOutcomes(definition),
    ...(isReversed ? [{ pointer: '/decideWithin', code: 'SERVICE_TERMS_REVERSED' }] : []),
  ];
}

/** By its label a payee is told from the others. */
function splitTwice({ pays }: ServiceDefinition): FieldProblem[] {
  const labels = pays?.split?.map(({ label }) => label) ?? [];
  return labels.flatMap((label, at) =>
    labels.indexOf(label) === at ? [] : [{ pointer: `/pays/split/${at}/label`, code: 'SERVICE_SPLIT_TWICE' }],
  );
}

/** What counts for a cover are outcomes that there are. */
function uncountedOutcomes({ coverage, outcomes }: ServiceDefinition): FieldProblem[] {
  return (coverage?.outcomes ?? []).flatMap((id, at) =>
    outcomes.some((one) => one.id === id)
      ? []
      : [{ pointer: `/coverage/outcomes/${at}`, code: 'SERVICE_OUTCOME_UNKNOWN' }],
  );
}

function twice(list: readonly { readonly id: string }[], name: string, code: string): FieldProblem[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) === index ? [] : [{ pointer: `/${name}/${index}/id`, code }],
  );
}

/** @throws DomainError `SERVICE_ALREADY_OPEN`, `SERVICE_NOT_OPEN` */
export function nextServiceState(state: ServiceItemState, act: 'open' | 'close'): ServiceItemState {
  if (act === 'open') {
    if (state === 'open') throw new DomainError('SERVICE_ALREADY_OPEN');
    return 'open';
  }
  if (state !== 'open') throw new DomainError('SERVICE_NOT_OPEN');
  return 'closed';
}

/** Whether somebody may bring a matter: it is open, and they belong to whom it is for. @param path of the union that offers it */
export function isUsable(
  service: { readonly state: ServiceItemState; readonly applicants: ServiceApplicants },
  path: string,
  actor: Pick<Actor, 'unionPath'> | null,
): boolean {
  return service.state === 'open' && actor !== null && isFor(service, path, actor);
}

/** Whether somebody belongs to whom a service is for. */
export function isFor(
  { applicants }: { readonly applicants: ServiceApplicants },
  path: string,
  { unionPath }: Pick<Actor, 'unionPath'>,
): boolean {
  return applicants === 'everybody' || (unionPath !== null && isWithin(unionPath, path));
}
