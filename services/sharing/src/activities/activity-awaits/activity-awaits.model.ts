import { type ActionRule, sameParty, shanghaiDate } from '@gongxiang/domain';
import type { Await, AwaitedThing } from '@gongxiang/messaging/events';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { namedParty, officesAt, partyOf, type Whom } from '../../reference/whom.model.js';
import type { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions, isUnpublishedByPerson } from '../activity/activity.model.js';
import type { ActivityTaskRow } from '../activity-task/activity-task.entity.js';
import type { AgreementAwaitedRow, AgreementRow } from '../agreement/agreement.entity.js';
import type { WaitingPictures } from '../album/album.repository.js';
import type { CoHostRow } from '../co-host/co-host.entity.js';
import type { OpenQuestions } from '../question/question.repository.js';

/** What may be done in an activity. */
type Acts = Pick<
  typeof actions,
  | 'manageActivity'
  | 'inviteCoHost'
  | 'answerInvitation'
  | 'proposeAgreement'
  | 'signAgreement'
  | 'doActivityTask'
  | 'answerQuestion'
  | 'moderateAlbum'
>;

/** A host's task, and when its day is over. */
interface DatedTask extends ActivityTaskRow {
  readonly dueAt: Date | null;
}

/** An activity with all about it that somebody may have to deal with. */
export interface ActivityToAnswer {
  readonly activity: ActivityRow;
  readonly invitations: readonly CoHostRow[];
  /** The latest version first. */
  readonly agreements: readonly AgreementRow[];
  readonly signers: readonly AgreementAwaitedRow[];
  readonly tasks: readonly DatedTask[];
  readonly questions: OpenQuestions;
  readonly pictures: WaitingPictures;
  /** Who may do what: it waits for those. */
  readonly acts: Acts;
  readonly now: Date;
}

/** Things of one kind, with all that each waits for. */
interface AwaitedThings {
  readonly subject: string;
  readonly things: readonly AwaitedThing[];
}

/** Everything that an activity and its parts wait for at the moment; also what waits for nothing any more. */
export function awaitsOfActivity(facts: ActivityToAnswer): AwaitedThings[] {
  const { activity, invitations, agreements, tasks } = facts;
  const each = <Row extends { readonly id: string }>(
    rows: readonly Row[],
    awaits: (facts: ActivityToAnswer, row: Row) => Await[],
  ): AwaitedThing[] => rows.map((row) => ({ id: row.id, awaits: awaits(facts, row) }));
  return [
    { subject: 'activity', things: [{ id: activity.id, awaits: ofItself(facts) }] },
    { subject: 'coHost', things: each(invitations, ofInvitation) },
    { subject: 'agreement', things: each(agreements, ofAgreement) },
    { subject: 'activityTask', things: each(tasks, ofTask) },
  ];
}

/** When it will wait for more than it does now without anybody's doing; null if that is not to be expected. */
export function nextLook({ state, endsAt }: ActivityRow, now: Date): Date | null {
  return state === 'published' && endsAt > now ? endsAt : null;
}

/** What is said of each: the activity, and the zone of its times. */
function about({ activity }: ActivityToAnswer): Pick<Await, 'about' | 'title' | 'timeZone'> {
  const title = isUnpublishedByPerson(activity) ? null : activity.title;
  return { about: { activityId: activity.id }, title, timeZone: activity.timeZone };
}

/** All of its hosts, and the delegates of the activity and of its organiser. */
function hostsOf({ activity }: ActivityToAnswer, rule: ActionRule, exceptIds: readonly string[] = []): Whom {
  const unionIds = hostUnions(activity).map(({ id }) => id);
  return officesAt(unionIds, rule, { exceptIds, matters: mattersOf(activity) });
}

function ofItself(facts: ActivityToAnswer): Await[] {
  return [...toClose(facts), ...questions(facts), ...pending(facts), ...reported(facts)];
}

/** Whoever manages it may close it. */
function toClose(facts: ActivityToAnswer): Await[] {
  const { activity, now } = facts;
  if (activity.state !== 'published' || activity.endsAt > now) return [];
  const whom = officesAt([activity.unionId], facts.acts.manageActivity, { matters: mattersOf(activity) });
  return [{ ...whom, ...about(facts), kind: 'activityToClose', why: 'hosts' }];
}

/**
 * One for all of them, and told again on each day on which another one came. A worker who has proposed the activity
 * answers beside its hosts.
 */
function questions(facts: ActivityToAnswer): Await[] {
  const { activity, questions: open } = facts;
  if (activity.state !== 'published' || open.latestAt === null) return [];
  const { proposal } = activity;
  return [
    {
      ...hostsOf(facts, facts.acts.answerQuestion),
      ...about(facts),
      personIds: proposal === null ? [] : [proposal.personId],
      kind: 'questionsWaiting',
      why: 'hosts',
      slot: shanghaiDate(open.latestAt),
      values: { count: String(open.count) },
    },
  ];
}

/** The same for pictures. */
function pending(facts: ActivityToAnswer): Await[] {
  const { latestAt, pending: count } = facts.pictures;
  if (latestAt === null) return [];
  return [
    {
      ...hostsOf(facts, facts.acts.moderateAlbum),
      ...about(facts),
      kind: 'albumWaiting',
      why: 'hosts',
      slot: shanghaiDate(latestAt),
      values: { count: String(count) },
    },
  ];
}

/** Nobody decides on reports of their own pictures: if all are of one person, it waits for the others. */
function reported(facts: ActivityToAnswer): Await[] {
  const { reported: count, reportedOf } = facts.pictures;
  if (count === 0) return [];
  return [
    {
      ...hostsOf(facts, facts.acts.moderateAlbum, reportedOf.length === 1 ? reportedOf : []),
      ...about(facts),
      kind: 'albumReported',
      why: 'hosts',
      values: { count: String(count) },
    },
  ];
}

/** An invitation is answered as long as the activity is a draft. */
function ofInvitation(facts: ActivityToAnswer, row: CoHostRow): Await[] {
  const { activity } = facts;
  if (activity.state !== 'draft') return [];
  const { organiserKind, organiserName } = activity;
  const party = { kind: row.partyKind, id: row.partyId, name: row.partyName, unionId: row.unionId };
  if (row.state === 'invited') {
    const partyName = namedParty({ kind: organiserKind, name: organiserName });
    const values = { startsAt: activity.startsAt.toISOString(), partyName };
    const whom = partyOf(party, facts.acts.answerInvitation);
    return [{ ...whom, ...about(facts), kind: 'invitedToHost', why: 'invited', values }];
  }
  if (row.state === 'countered') {
    const whom = officesAt([activity.unionId], facts.acts.inviteCoHost);
    const values = { partyName: namedParty(party) };
    return [{ ...whom, ...about(facts), kind: 'invitationCountered', why: 'hosts', values }];
  }
  return [];
}

function ofAgreement(facts: ActivityToAnswer, row: AgreementRow): Await[] {
  if (row.state === 'open') return signatures(facts, row);
  if (row.state === 'refused') return refused(facts, row);
  return [];
}

/** Each party signs for itself; which one it is says its place in the version, which never changes. */
function signatures(facts: ActivityToAnswer, { id, hosts, versionNumber }: AgreementRow): Await[] {
  const missing = facts.signers
    .filter(({ agreementId }) => agreementId === id)
    .map(({ partyKind, partyId }) => ({ kind: partyKind, id: partyId }));
  return hosts.flatMap((host, place): Await[] => {
    if (!missing.some((one) => sameParty(one, host))) return [];
    const values = { number: String(versionNumber), partyName: namedParty(host) };
    const whom = partyOf(host, facts.acts.signAgreement);
    const awaited = { kind: 'agreementToSign', why: 'hosts', slot: String(place), values } as const;
    return [{ ...whom, ...about(facts), ...awaited }];
  });
}

/** Whoever has proposed it proposes another one, as long as there is none, and none in force. */
function refused(facts: ActivityToAnswer, { id, proposedFor, versionNumber }: AgreementRow): Await[] {
  const { activity, agreements } = facts;
  const isNeeded = activity.agreementRequired && activity.agreementId === null;
  const isEditable = activity.state === 'draft' || activity.state === 'published';
  if (!isNeeded || !isEditable || agreements[0]?.id !== id) return [];
  const whom = officesAt([proposedFor.unionId], facts.acts.proposeAgreement);
  const values = { number: String(versionNumber) };
  return [{ ...whom, ...about(facts), kind: 'agreementRefused', why: 'hosts', values }];
}

function ofTask(facts: ActivityToAnswer, row: DatedTask): Await[] {
  const { activity } = facts;
  if (row.state !== 'open' || activity.state === 'cancelled') return [];
  const { partyKind: kind, partyId: id, unionId, title: taskTitle, dueOn, dueAt } = row;
  return [
    {
      ...partyOf({ kind, id, unionId }, facts.acts.doActivityTask),
      ...about(facts),
      kind: 'taskOpen',
      why: 'hosts',
      values: { taskTitle, dueOn },
      dueAt,
    },
  ];
}
