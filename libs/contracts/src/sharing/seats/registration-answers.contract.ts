import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  Flag,
  Fraction,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { registrationStates, type RegistrationState } from './registration.contract.js';
import { questionOptionsMax, questionsMax } from '../../words/form-question.js';
import { QuestionDto } from '../activities/sign-up-form.contract.js';

const answersMeaning =
  'By the id of the question; of a question that is asked for each head, a list with the person first';

export class RegistrationAnswersRequest {
  @Uuid() registrationId: string;
}

export class GiveAnswersRequest {
  @Uuid() registrationId: string;
  @Json({ description: answersMeaning }) answers: Record<string, unknown>;
  @Whole({ optional: true, max: 1_000_000, description: 'The version of the form that was filled in' })
  formVersion?: number | null;
}

export class RegistrationAnswersView {
  @Uuid() registrationId: string;
  @Uuid() activityId: string;
  @Whole({ description: 'The version that was answered; 0 where nothing was asked' }) formVersion: number;
  @Json({ description: `${answersMeaning}; only what the caller may read` }) answers: Record<string, unknown>;
  @Flag({ description: 'Something that was required at sign-up is not answered yet' }) toComplete: boolean;
  @TextList({ max: questionsMax, description: 'Questions that have come into the form since' })
  notAsked: string[];
}

export class AnswersSummaryRequest {
  @Uuid() activityId: string;
}

export class ListAnswersRequest extends PageRequest {
  @Uuid() activityId: string;
}

/** What one registration says, as far as the caller may read it; the name is masked. */
export class AnswersLineView {
  @Uuid() registrationId: string;
  @Uuid() personId: string;
  @Text() maskedName: string;
  @OneOf(registrationStates) state: RegistrationState;
  @Text() poolName: string;
  @Whole() heads: number;
  @Whole() formVersion: number;
  @Json({ description: answersMeaning }) answers: Record<string, unknown>;
  @Flag() toComplete: boolean;
  @TextList({ max: questionsMax }) notAsked: string[];
}

export class OptionCountView {
  @Text({ max: 40, description: 'The id of the option; `yes` and `no` of a question with these two' })
  option: string;
  @Whole() count: number;
}

export class NumbersView {
  @Fraction() sum: number;
  @Fraction() least: number;
  @Fraction() greatest: number;
}

export class QuestionSummaryView {
  @Text({ max: 40 }) questionId: string;
  @Whole({ description: 'Heads, or registrations, that answered' }) answered: number;
  @Whole({ description: 'Those that did not, or were not asked' }) unanswered: number;
  @ListOf(() => OptionCountView, { max: questionOptionsMax }) counts: OptionCountView[];
  @Nested(() => NumbersView, { nullable: true }) numbers: NumbersView | null;
}

export class AnswersSummaryView {
  @Uuid() activityId: string;
  @Whole({ description: 'The version in force' }) formVersion: number;
  @ListOf(() => QuestionDto, { max: questionsMax, description: 'Whose answers the caller may read' })
  questions: QuestionDto[];
  @ListOf(() => QuestionSummaryView, { max: questionsMax }) items: QuestionSummaryView[];
  @Whole({ description: 'Registrations that have a seat or wait for one' }) registrations: number;
  @Whole({ description: 'Those that have yet to answer what is required' }) toComplete: number;
  @Instant({ nullable: true, description: 'When the answers are, or were, erased' }) erasedAt: string | null;
}

export const registrationAnswersContract = {
  get: query('sharing.registration-answers.get', RegistrationAnswersRequest, RegistrationAnswersView, {
    http: 'GET registrations/:registrationId/answers',
    tag: 'registrations',
    summary: 'Shows what a registration says, and what it has yet to say',
  }),
  give: command('sharing.registration-answers.give', GiveAnswersRequest, RegistrationAnswersView, {
    http: 'PUT registrations/:registrationId/answers',
    tag: 'registrations',
    summary: 'Answers the form in force, for all heads: the person, or the officer who registered them',
    example: { answers: { shirt: ['m'] }, formVersion: 1 },
  }),
  list: query('sharing.registration-answers.list', ListAnswersRequest, pageOf(AnswersLineView), {
    http: 'GET activities/:activityId/answers',
    tag: 'registrations',
    summary: 'Lists what was answered, as far as the caller may read it; names are masked',
  }),
  summary: query('sharing.registration-answers.summary', AnswersSummaryRequest, AnswersSummaryView, {
    http: 'GET activities/:activityId/answers/summary',
    tag: 'registrations',
    summary: 'Counts the answers to each question, and says when they are erased',
  }),
};
