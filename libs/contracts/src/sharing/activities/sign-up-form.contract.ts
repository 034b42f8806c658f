import { command, query } from '../../core/contract.js';
import { Flag, Fraction, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

export const formQuestionKinds = [
  'shortText',
  'longText',
  'number',
  'choice',
  'choices',
  'yesNo',
  'date',
  'phone',
] as const;
export type FormQuestionKind = (typeof formQuestionKinds)[number];

/** Who reads an answer: the organiser's officers alone, those of the co-hosts too, or whoever works at the door. */
export const answerReaders = ['organiser', 'hosts', 'door'] as const;
export type AnswerReader = (typeof answerReaders)[number];

export const questionsMax = 30;
export const formVersionsMax = 100;
export const questionOptionsMax = 30;
/** Long enough for a UUID. */
const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const numberBound = 1_000_000_000;

export class QuestionOptionDto {
  @Text({ max: 40, pattern: idPattern, description: 'Stays the same when the label changes', example: 'xl' })
  id: string;
  @Text({ max: 100, example: '加大码' }) label: string;
}

export class QuestionDto {
  @Text({ max: 40, pattern: idPattern, description: 'Stays the same in each version', example: 'shirt' })
  id: string;
  @OneOf(formQuestionKinds, { name: 'FormQuestionKind' }) kind: FormQuestionKind;
  @Text({ max: 200, example: '文化衫尺码' }) title: string;
  @Text({ optional: true, max: 500, description: 'What helps to answer it' }) help?: string | null;
  @Flag() required: boolean;
  @Flag({ description: 'Asked for each companion too: the answer is a list, the person first' })
  perHead: boolean;
  @OneOf(answerReaders, { name: 'AnswerReader', description: 'Who reads the answers, beside the person' })
  visibleTo: AnswerReader;
  @ListOf(() => QuestionOptionDto, {
    optional: true,
    max: questionOptionsMax,
    description: 'Of choice and choices',
  })
  options?: QuestionOptionDto[] | null;
  @Fraction({ optional: true, min: -numberBound, max: numberBound, description: 'The least number' })
  min?: number | null;
  @Fraction({ optional: true, min: -numberBound, max: numberBound, description: 'The greatest number' })
  max?: number | null;
  @Text({ optional: true, max: 20, description: 'Of a number', example: '厘米' }) unit?: string | null;
  @Whole({ optional: true, max: questionOptionsMax, description: 'At least so many choices' })
  minPicks?: number | null;
  @Whole({ optional: true, min: 1, max: questionOptionsMax, description: 'At most so many choices' })
  maxPicks?: number | null;
}

export class SaveSignUpFormRequest {
  @Uuid() activityId: string;
  @ListOf(() => QuestionDto, { max: questionsMax, description: 'In the order in which they are asked' })
  questions: QuestionDto[];
  @Whole({
    optional: true,
    min: 1,
    max: 730,
    description: 'Days after the close until the answers are erased; 180',
  })
  keepDays?: number | null;
}

export class SignUpFormRequest {
  @Uuid() activityId: string;
  @Whole({
    optional: true,
    min: 1,
    max: 1_000_000,
    description: 'An earlier version; the one in force where absent',
  })
  version?: number;
}

export class SignUpFormVersionsRequest {
  @Uuid() activityId: string;
}

export class SignUpFormView {
  @Uuid() activityId: string;
  @Whole({ description: 'Rises with each change; 0 where the activity has no form' }) version: number;
  @ListOf(() => QuestionDto, { max: questionsMax }) questions: QuestionDto[];
  @Whole({ description: 'Days after the close until the answers are erased' }) keepDays: number;
  @Instant({ nullable: true }) changedAt: string | null;
}

export class SignUpFormVersionView {
  @Whole() version: number;
  @Whole() questions: number;
  @Whole({ description: 'Registrations that answered this version' }) answered: number;
  @Instant() changedAt: string;
}

export class SignUpFormVersionsView {
  @ListOf(() => SignUpFormVersionView, { max: formVersionsMax, description: 'The latest first' })
  items: SignUpFormVersionView[];
}

export const signUpFormContract = {
  get: query('sharing.sign-up-form.get', SignUpFormRequest, SignUpFormView, {
    http: 'GET activities/:activityId/sign-up-form',
    tag: 'registrations',
    summary: 'Shows what is asked at sign-up, and who reads the answers',
  }),
  save: command('sharing.sign-up-form.save', SaveSignUpFormRequest, SignUpFormView, {
    http: 'PUT activities/:activityId/sign-up-form',
    tag: 'registrations',
    summary: 'Makes a new version of the form; those who have signed up keep the version that they answered',
    ifMatch: true,
    example: {
      questions: [
        {
          id: 'shirt',
          kind: 'choice',
          title: '文化衫尺码',
          required: true,
          perHead: true,
          visibleTo: 'door',
          options: [
            { id: 'm', label: '中码' },
            { id: 'l', label: '大码' },
          ],
        },
      ],
      keepDays: 180,
    },
  }),
  versions: query('sharing.sign-up-form.versions', SignUpFormVersionsRequest, SignUpFormVersionsView, {
    http: 'GET activities/:activityId/sign-up-form/versions',
    tag: 'registrations',
    summary: 'Lists the versions of the form, and how many have answered each',
  }),
};
