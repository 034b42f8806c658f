import type {
  ServiceDefinition,
  ServiceOutcomeDto,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { ServiceStepDto, ServiceStepKind } from '@gongxiang/contracts/affairs/matters/service-step';
import type { FieldProblem } from '@gongxiang/domain';

type Setting = keyof ServiceStepDto;

/** What a step of each kind has to say. */
const settings: Readonly<Record<ServiceStepKind, readonly Setting[]>> = {
  record: [],
  statements: ['people'],
  publicNotice: ['days'],
  signatures: [],
  ballot: ['quorum', 'majority'],
  opinions: ['bodies'],
  remedies: [],
  reward: ['rate', 'shares'],
  outsideDecision: ['body'],
  hardshipKind: [],
  householdPlan: [],
};

/** Which steps can be over without having passed; all others wait until they have. */
const failingKinds: readonly ServiceStepKind[] = [
  'statements',
  'ballot',
  'opinions',
  'remedies',
  'outsideDecision',
  'hardshipKind',
  'householdPlan',
];

/** The problems of the steps of a service, of what its outcomes need of them, and of the questions that rules read. */
export function checkSteps(definition: ServiceDefinition): FieldProblem[] {
  const { steps = [], outcomes, limitation, allowance } = definition;
  const ids = steps.map(({ id }) => id);
  return [
    ...steps.flatMap((step, index) => [
      ...missingSettings(step, index),
      ...unknownEarlier(step, { ids, index }),
      ...unfit(definition, { id: step.question, kinds: ['number'], pointer: `/steps/${index}/question` }),
    ]),
    ...outcomes.flatMap(({ needs }, index) =>
      (needs ?? []).every((need) => ids.includes(need))
        ? []
        : [{ pointer: `/outcomes/${index}/needs`, code: 'SERVICE_STEP_UNKNOWN' }],
    ),
    ...outcomes.flatMap((outcome, index) => unfailing(steps, outcome, index)),
    ...stuckOutside(definition),
    ...(allowance?.uses.every((use) => outcomes.some(({ id }) => id === use)) === false
      ? [{ pointer: '/allowance/uses', code: 'MATTER_OUTCOME_UNKNOWN' }]
      : []),
    ...unfit(definition, { id: limitation?.question, kinds: ['date'], pointer: '/limitation/question' }),
    ...unfit(definition, {
      id: allowance?.question,
      kinds: ['choice'],
      pointer: '/allowance/question',
    }),
  ];
}

function missingSettings(step: ServiceStepDto, index: number): FieldProblem[] {
  return settings[step.kind]
    .filter((setting) => isEmpty(step[setting]))
    .map((setting) => ({ pointer: `/steps/${index}/${setting}`, code: 'SERVICE_STEP_SETTING' }));
}

function unfailing(
  steps: readonly ServiceStepDto[],
  { needs, needsFailed }: ServiceOutcomeDto,
  index: number,
): FieldProblem[] {
  const pointer = `/outcomes/${index}/needsFailed`;
  const failed = (needsFailed ?? []).map((id) => steps.find((step) => step.id === id));
  if (failed.includes(undefined)) return [{ pointer, code: 'SERVICE_STEP_UNKNOWN' }];
  const isFit = failed.every(
    (step) => step !== undefined && failingKinds.includes(step.kind) && !needs?.includes(step.id),
  );
  return isFit ? [] : [{ pointer, code: 'SERVICE_STEP_FAILS' }];
}

/** An outcome has to follow what another body has decided, so that without one for each result a matter could not be decided. */
function stuckOutside({ steps = [], outcomes }: ServiceDefinition): FieldProblem[] {
  const isStuck = steps
    .filter(({ kind }) => kind === 'outsideDecision')
    .some(
      ({ id }) =>
        !outcomes.some(({ needs }) => needs?.includes(id)) ||
        !outcomes.some(({ needsFailed }) => needsFailed?.includes(id)),
    );
  return isStuck ? [{ pointer: '/outcomes', code: 'SERVICE_OUTSIDE_OUTCOMES' }] : [];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function unknownEarlier(
  { unless }: ServiceStepDto,
  { ids, index }: { readonly ids: readonly string[]; readonly index: number },
): FieldProblem[] {
  if (!unless || ids.slice(0, index).includes(unless)) return [];
  return [{ pointer: `/steps/${index}/unless`, code: 'SERVICE_STEP_UNKNOWN' }];
}

interface Asked {
  readonly id: string | null | undefined;
  readonly kinds: readonly string[];
  readonly pointer: string;
}

/** A rule reads the answer of a question that has to be there and to be answered. */
function unfit({ questions }: ServiceDefinition, { id, kinds, pointer }: Asked): FieldProblem[] {
  if (!id) return [];
  const question = questions.find((one) => one.id === id);
  return question?.required && kinds.includes(question.kind)
    ? []
    : [{ pointer, code: 'SERVICE_QUESTION_UNFIT' }];
}
