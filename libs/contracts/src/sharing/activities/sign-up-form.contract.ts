import { command, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Uuid, Whole } from '../../core/fields.js';
import { FormQuestionDto, questionsMax } from '../../words/form-question.js';

/** Who reads an answer: the organiser's officers alone, those of the co-hosts too, or whoever works at the door. */
export const answerReaders = ['organiser', 'hosts', 'door'] as const;
export type AnswerReader = (typeof answerReaders)[number];

export const formVersionsMax = 100;

export class QuestionDto extends FormQuestionDto {
  @Flag({ description: 'Asked for each companion too: the answer is a list, the person first' })
  perHead: boolean;
  @OneOf(answerReaders, { name: 'AnswerReader', description: 'Who reads the answers, beside the person' })
  visibleTo: AnswerReader;
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
