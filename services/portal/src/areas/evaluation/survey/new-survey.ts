import type { components } from '../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';

type NewSurvey = components['schemas']['CreateSurveyRequest'];

export interface ExtraQuestion {
  readonly text?: string;
  readonly kind?: NonNullable<NewSurvey['questions']>[number]['kind'];
  /** One choice a line, for a choice. */
  readonly choices?: string;
}

/** As it is typed; times are of the wall in Beijing. */
export interface SurveyForm {
  readonly activityId?: string;
  readonly indicatorSystemId?: string;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly questions?: readonly ExtraQuestion[];
}

const weekMs = 7 * 86_400_000;

/** Open now, for a week. */
export function emptySurvey(now: Date): SurveyForm {
  return {
    opensAt: localTimeOf(now.toISOString()),
    closesAt: localTimeOf(new Date(now.getTime() + weekMs).toISOString()),
    questions: [],
  };
}

/** Further questions get keys that no indicator is named by. */
export function surveyOf({
  activityId,
  indicatorSystemId,
  opensAt,
  closesAt,
  questions,
}: SurveyForm): NewSurvey {
  return {
    activityId: activityId ?? '',
    indicatorSystemId: indicatorSystemId ?? '',
    opensAt: instantOf(opensAt ?? ''),
    closesAt: instantOf(closesAt ?? ''),
    questions: questionsOf(questions ?? []),
  };
}

export function questionsOf(questions: readonly ExtraQuestion[]): NonNullable<NewSurvey['questions']> {
  return questions.map(({ text, kind, choices }, index) => ({
    key: `extra-${index + 1}`,
    text: text?.trim() ?? '',
    kind: kind ?? 'text',
    ...(kind === 'choice' ? { choices: choicesOf(choices ?? '') } : {}),
  }));
}

/** The lines that say something. */
export function choicesOf(lines: string): { key: string; text: string }[] {
  const said = lines.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
  return said.map((text, index) => ({ key: `choice-${index + 1}`, text }));
}
