import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { FieldProblem } from '@gongxiang/domain';

type Question = ServiceDefinition['questions'][number];

/**
 * The problems of a service whose matters are opened from the list of visits: the platform answers what is the occasion and its day and
 * nothing else, and whoever opens it is an officer of the member's own union.
 */
export function checkOccasion(definition: ServiceDefinition): FieldProblem[] {
  const { occasion, questions, handledAt, handledBy } = definition;
  if (!occasion) return [];
  const find = (id: string): Question | undefined => questions.find((one) => one.id === id);
  const asked = find(occasion.question);
  const isElsewhere = handledAt !== 'own' || handledBy === 'named';
  return [
    ...unfit(asked, 'choice', '/occasion/question'),
    ...unfit(find(occasion.day), 'date', '/occasion/day'),
    ...answerProblems(occasion, asked),
    ...questions.flatMap(({ id, required }, index) =>
      required && id !== occasion.question && id !== occasion.day
        ? [{ pointer: `/questions/${index}/required`, code: 'SERVICE_OCCASION_MORE' }]
        : [],
    ),
    ...(isElsewhere ? [{ pointer: '/handledAt', code: 'SERVICE_OCCASION_PLACE' }] : []),
  ];
}

function unfit(question: Question | undefined, kind: Question['kind'], pointer: string): FieldProblem[] {
  return question?.kind === kind ? [] : [{ pointer, code: 'SERVICE_QUESTION_UNFIT' }];
}

function answerProblems(
  { answers }: NonNullable<ServiceDefinition['occasion']>,
  question: Question | undefined,
): FieldProblem[] {
  const kinds = answers.map(({ kind }) => kind);
  return answers.flatMap(({ kind, option }, index) => {
    const isThere = question?.options?.some(({ id }) => id === option) === true;
    return isThere && kinds.indexOf(kind) === index
      ? []
      : [{ pointer: `/occasion/answers/${index}/option`, code: 'SERVICE_OCCASION_OPTIONS' }];
  });
}
