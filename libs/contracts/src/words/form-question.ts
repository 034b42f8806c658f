import { formQuestionKinds, type FormQuestionKind } from '@gongxiang/domain/forms';
import { Flag, Fraction, ListOf, OneOf, Text, Whole } from '../core/fields.js';

export { formQuestionKinds, type FormQuestionKind };

export const questionsMax = 30;
export const questionOptionsMax = 30;
/** Long enough for a UUID. */
const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const numberBound = 1_000_000_000;

export class QuestionOptionDto {
  @Text({ max: 40, pattern: idPattern, description: 'Stays the same when the label changes', example: 'xl' })
  id: string;
  @Text({ max: 100, example: '加大码' }) label: string;
}

/** A question of a form, whatever the form is for. */
export class FormQuestionDto {
  @Text({ max: 40, pattern: idPattern, description: 'Stays the same in each version', example: 'shirt' })
  id: string;
  @OneOf(formQuestionKinds, { name: 'FormQuestionKind' }) kind: FormQuestionKind;
  @Text({ max: 200, example: '文化衫尺码' }) title: string;
  @Text({ optional: true, max: 500, description: 'What helps to answer it' }) help?: string | null;
  @Flag() required: boolean;
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
