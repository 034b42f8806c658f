import type { components } from '../../../api/schema.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import { type ExtraQuestion, questionsOf } from '../survey/new-survey.js';

export type SurveyPlan = components['schemas']['SurveyPlanView'];

/** As it is typed. */
export interface PlanForm {
  readonly unionId?: string;
  readonly indicatorSystemId?: string;
  readonly daysOpen?: string;
  readonly validFrom?: string;
  readonly questions?: readonly ExtraQuestion[];
}

export interface PlanRequest {
  readonly unionId: string;
  readonly indicatorSystemId: string;
  readonly daysOpen: number;
  readonly validFrom: string;
  readonly questions: ReturnType<typeof questionsOf>;
}

/** @returns null where something is missing; the form says what */
export function planOf(form: PlanForm): PlanRequest | null {
  const { unionId, indicatorSystemId, validFrom } = form;
  const daysOpen = wholeNumberOf(form.daysOpen, 1, 60);
  if (unionId === undefined || indicatorSystemId === undefined || daysOpen === null || !validFrom)
    return null;
  return { unionId, indicatorSystemId, daysOpen, validFrom, questions: questionsOf(form.questions ?? []) };
}

/** The values of a form that changes a standing order. */
export function formOf({ unionId, indicatorSystemId, daysOpen, validFrom, questions }: SurveyPlan): PlanForm {
  return {
    unionId,
    indicatorSystemId,
    validFrom,
    daysOpen: String(daysOpen),
    questions: questions.map(({ text, kind, choices }) => ({
      text,
      kind,
      ...(choices ? { choices: choices.map((choice) => choice.text).join('\n') } : {}),
    })),
  };
}
