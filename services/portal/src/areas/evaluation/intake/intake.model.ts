import type { components } from '../../../api/schema.js';

export type Intake = components['schemas']['IntakeView'];
export type IntakeSummary = components['schemas']['IntakeSummaryView'];
type SendIntake = components['schemas']['SendIntakeRequest'];
export type IntakeKind = IntakeSummary['kind'];
export type IntakeState = IntakeSummary['state'];

export const intakeKinds: readonly IntakeKind[] = ['complaint', 'suggestion', 'question'];
export const intakeStates: readonly IntakeState[] = ['open', 'answered', 'closed'];

/** As long as a text may be. */
export const textCharactersMax = 2_000;

/** The filters of the inbox; they stand in the address. */
export interface IntakeFilters {
  readonly state?: IntakeState;
  readonly kind?: IntakeKind;
}

/** Reads the filters out of the address; unknown values are left out. */
export function filtersOf(search: URLSearchParams): IntakeFilters {
  const state = intakeStates.find((one) => one === search.get('state'));
  const kind = intakeKinds.find((one) => one === search.get('kind'));
  return { ...(state === undefined ? {} : { state }), ...(kind === undefined ? {} : { kind }) };
}

const titleCharactersMax = 24;

/** The first words of a text, as its title. */
export function beginningOf(text: string): string {
  const characters = [...text.trim().replaceAll(/\s+/g, ' ')];
  if (characters.length <= titleCharactersMax) return characters.join('');
  return `${characters.slice(0, titleCharactersMax).join('')}…`;
}

const pageCharactersMax = 500;
const nounOfArea: Readonly<Record<string, string>> = {
  activities: 'activity',
  resources: 'resource',
  loans: 'loan',
  needs: 'need',
  surveys: 'survey',
  members: 'member',
  unions: 'union',
  payments: 'payment',
  'cost-pools': 'costPool',
  'netting-runs': 'nettingRun',
  'member-imports': 'memberImport',
};

/** The page that somebody came from, where it is one of this portal; null else. */
export function pageOf(text: string | null): string | null {
  const isOurs = text !== null && text.length <= pageCharactersMax && /^\/(?!\/)[\w.~%/-]*$/.test(text);
  return isOurs ? text : null;
}

/** The thing that a page is about, such as the activity of `/activities/<id>/organise`. */
export function subjectOf(page: string | null): SendIntake['subject'] {
  const [, area = '', id = ''] = /^\/([a-z-]+)\/([\da-f-]{36})(?:\/|$)/.exec(page ?? '') ?? [];
  const noun = nounOfArea[area];
  return noun === undefined ? null : { noun, id };
}

/** An answer of a union, or what its author asked again: that has no union. */
interface Said {
  readonly text: string;
  readonly at: string;
  readonly unionName: string | null;
}

/** Answers and what was asked after them, as they followed each other. */
export function saidOf({ answers, followUps }: Pick<Intake, 'answers' | 'followUps'>): Said[] {
  const answered = answers.map(({ text, answeredAt: at, unionName }) => ({ text, at, unionName }));
  const asked = followUps.map(({ text, askedAt: at }) => ({ text, at, unionName: null }));
  return [...answered, ...asked].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
