import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { DomainError, type FieldProblem } from '@gongxiang/domain';
import { type ActivityTimes, timesProblem } from '../../activities/activity/activity.model.js';
import type { AgreementStep } from '../../activities/agreement/agreement.model.js';

/** A checklist item of a draft. Required items block publication; the rest is advice. */
export interface ChecklistItem extends FieldProblem {
  readonly required: boolean;
  readonly done: boolean;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

/** A draft with everything that publishing checks. */
export interface PreparedDraft {
  readonly activity: ActivityTimes & {
    readonly kind: ActivityKind;
    readonly description: string | null;
    readonly venue: string | null;
    readonly resourceId: string | null;
    readonly companionsMax: number;
  };
  /** All pools together. */
  readonly seats: number;
  /** Empty without co-hosts. */
  readonly agreement: readonly AgreementStep[];
  /** The names of parties that have not answered their invitation. */
  readonly invited: readonly string[];
  /** Of any host, past their due day. */
  readonly overdueTasks: readonly { readonly title: string; readonly party: string }[];
  readonly now: Date;
}

/** All done and open items, in order of preparation. */
export function checklist(draft: PreparedDraft): ChecklistItem[] {
  const { activity, seats, now } = draft;
  return [
    advised({ pointer: '/startsAt', code: 'START_PAST' }, activity.startsAt > now),
    signUpItem(activity),
    advised({ pointer: '/signUpClosesAt', code: 'SIGN_UP_CLOSED' }, activity.signUpClosesAt > now),
    advised(
      { pointer: '/venue', code: 'PLACE_MISSING' },
      hasText(activity.venue) || activity.resourceId !== null,
    ),
    advised({ pointer: '/description', code: 'DESCRIPTION_MISSING' }, hasText(activity.description)),
    needed({ pointer: '/pools', code: 'SEATS_MISSING' }, seats > 0),
    ...companionItems(activity),
    ...invitationItems(draft.invited),
    ...taskItems(draft.overdueTasks),
    ...draft.agreement.map(({ done, ...step }) => needed({ pointer: '/agreementId', ...step }, done)),
  ];
}

/**
 * The refusal of a publication: the same items as in the list. Place and description may follow, as a date is often
 * announced first; the consent of others may not, nor the seats: members would find it full.
 * @throws DomainError `AGREEMENT_REQUIRED`, or `SEATS_MISSING` where only those are missing; with each missing item
 */
export function requireReady(items: readonly ChecklistItem[]): void {
  const errors = missingOf(items)
    .filter(({ required }) => required)
    .map(({ pointer, code, params }) => ({ pointer, code, params }));
  if (errors.length === 0) return;
  const lacksSeatsOnly = errors.every(({ code }) => code === 'SEATS_MISSING');
  throw new DomainError(lacksSeatsOnly ? 'SEATS_MISSING' : 'AGREEMENT_REQUIRED', { errors });
}

export function missingOf(items: readonly ChecklistItem[]): ChecklistItem[] {
  return items.filter((item) => !item.done);
}

/** By the rule that edits enforce, too. */
function signUpItem(times: ActivityTimes): ChecklistItem {
  const problem = timesProblem(times);
  return advised(problem ?? { pointer: '/signUpClosesAt', code: 'SIGN_UP_AFTER_END' }, problem === null);
}

/** A child comes as a companion, whose age band is asked for at the sign-up. */
function companionItems({ kind, companionsMax }: PreparedDraft['activity']): ChecklistItem[] {
  if (kind !== 'parentChild') return [];
  return [advised({ pointer: '/companionsMax', code: 'COMPANIONS_MISSING' }, companionsMax > 0)];
}

function invitationItems(names: readonly string[]): ChecklistItem[] {
  return names.map((party) =>
    advised({ pointer: '/coHosts', code: 'INVITATION_OPEN', params: { party } }, false),
  );
}

function taskItems(tasks: PreparedDraft['overdueTasks']): ChecklistItem[] {
  return tasks.map(({ title, party }) =>
    advised({ pointer: '/tasks', code: 'ACTIVITY_TASK_OVERDUE', params: { title, party } }, false),
  );
}

function needed(problem: FieldProblem, done: boolean): ChecklistItem {
  return { params: {}, ...problem, required: true, done };
}

function advised(problem: FieldProblem, done: boolean): ChecklistItem {
  return { params: {}, ...problem, required: false, done };
}

function hasText(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
