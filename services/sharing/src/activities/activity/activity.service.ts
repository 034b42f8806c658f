import { Injectable } from '@nestjs/common';
import {
  activityContract,
  type ActivityView,
  type CancelActivityRequest,
  type CreateActivityRequest,
  type EditActivityRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type CallContext, newId, type Party, shanghaiDate } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import { ActivityAccess } from './activity-access.js';
import { ActivityChanges } from './activity-changes.js';
import type { ActivityRow } from './activity.entity.js';
import {
  checkTimes,
  fieldsThatDiffer,
  requireAfterDraw,
  requireEditable,
  requireTransition,
} from './activity.model.js';
import { activityViewOf } from './activity.view.js';
import { requireLineOrderOpen } from './line-order.js';
import { PlaceService } from './place.service.js';
import { scheduleProposalReminder } from './proposal.due.js';
import { movedQueue, scheduleQueueOpening } from './queue-opening.js';

const timeZoneDefault = 'Asia/Shanghai';

/** Where in a series a draft stands. */
export type SeriesPlace = Pick<ActivityRow, 'seriesId' | 'seriesDate' | 'seriesNumber' | 'seriesSize'>;

/** What a draft takes over, beside its plan, from the activity or the brand of which it is made. */
export type TakenOver = Pick<ActivityRow, 'eligibility'> & Partial<Pick<ActivityRow, 'brand'>>;

/** Due work: an activity takes place on another day than before, on which other memberships may hold. */
export const movedDue = 'activity-moved';

/** What is done to activities; publishing and closing stand in the features on which they rest. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly place: PlaceService,
  ) {}

  @Handles(activityContract.create)
  create(request: CreateActivityRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityContract.create, request, async (tx) =>
      activityViewOf(await this.draft(tx, request), tx),
    );
  }

  /** The one way in which a draft is made, from nothing or from another activity. */
  async draft(
    tx: Transaction,
    request: CreateActivityRequest,
    takenOver: Partial<TakenOver> = {},
  ): Promise<ActivityRow> {
    const organiser = await this.organiserOf(tx, request.organiser);
    const row = { ...newActivity(tx, request, organiser), ...takenOver };
    checkTimes(row);
    await this.place.check(tx, row);
    await this.changes.add(tx, row);
    if (row.proposal !== null) await scheduleProposalReminder(tx, row.id);
    return row;
  }

  /**
   * The same for the occurrences of a series (at most 200), which have one organiser and one place: these are looked up once.
   * @returns the rows in the order of the plans
   */
  async draftAll(
    tx: Transaction,
    plans: readonly { readonly request: CreateActivityRequest; readonly place: SeriesPlace & TakenOver }[],
  ): Promise<ActivityRow[]> {
    const [first] = plans;
    if (first === undefined) return [];
    const organiser = await this.organiserOf(tx, first.request.organiser);
    const rows = plans.map(({ request, place }) => ({ ...newActivity(tx, request, organiser), ...place }));
    rows.forEach(checkTimes);
    for (const row of rows.slice(0, 1)) await this.place.check(tx, row);
    await this.changes.addAll(tx, rows);
    return rows;
  }

  @Handles(activityContract.edit)
  edit(request: EditActivityRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityContract.edit, request, async (tx) => {
      const before = await this.lockForChange(tx, request.activityId);
      requireVersion(tx, before.version);
      const changes = editedFields(request);
      return this.changes.view(
        tx,
        await this.applyEdit(tx, before, { ...changes, ...ownOf(before, changes) }),
      );
    });
  }

  /**
   * The one way in which an activity is edited, alone or with others of its series. What it refuses it has not touched.
   * @param before the row as it was locked
   */
  async applyEdit(tx: Transaction, before: ActivityRow, changes: Partial<ActivityRow>): Promise<ActivityRow> {
    requireEditable(before.state);
    const wanted = { ...before, ...changes };
    checkTimes(wanted);
    requireAfterDraw(wanted);
    await requireLineOrderOpen(tx, before, wanted);
    const isElsewhere = wanted.loanId !== before.loanId || wanted.resourceId !== before.resourceId;
    if (isElsewhere) await this.place.check(tx, wanted);
    if (isOnAnotherDay(before, wanted)) await schedule(tx, { kind: movedDue, key: before.id, at: tx.now });
    const queue = movedQueue(before, wanted.signUpOpensAt, tx.now);
    const saved = await this.changes.save(tx, before, { ...changes, queue });
    if (queue !== before.queue) await scheduleQueueOpening(tx, saved);
    return saved;
  }

  @Handles(activityContract.cancel)
  cancel(request: CancelActivityRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityContract.cancel, request, async (tx) => {
      const before = await this.lockForChange(tx, request.activityId);
      requireVersion(tx, before.version);
      return activityViewOf(await this.applyCancel(tx, before, request.reason), tx);
    });
  }

  /** The one way in which an activity is cancelled. @param before the row as it was locked */
  async applyCancel(tx: Transaction, before: ActivityRow, reason: string): Promise<ActivityRow> {
    requireTransition(before.state, 'cancelled');
    return this.changes.save(tx, before, { state: 'cancelled', cancelReason: reason });
  }

  private async organiserOf(tx: Transaction, party: Party): Promise<KnownParty> {
    const known = await this.references.party(tx, party, '/organiser');
    const { path: unionPath } = await this.references.unionHeld(tx, known.unionId, '/organiser');
    this.access.organise(tx, party, unionPath);
    return { ...known, unionPath };
  }

  private async lockForChange(tx: Transaction, id: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.changes.lock(tx, id);
    await this.access.manage(tx, row, row.state === 'draft' ? actions.editDraft : actions.manageActivity);
    return row;
  }
}

function newActivity(tx: Transaction, request: CreateActivityRequest, organiser: KnownParty): ActivityRow {
  const startsAt = new Date(request.startsAt);
  return {
    id: newId(),
    version: 1,
    title: request.title,
    description: request.description ?? null,
    kind: request.kind,
    function: request.function,
    business: request.business,
    state: 'draft',
    organiserKind: organiser.party.kind,
    organiserId: organiser.party.id,
    organiserName: organiser.name,
    unionId: organiser.unionId,
    unionPath: organiser.unionPath,
    coHosts: [],
    partyUnionIds: [organiser.unionId],
    venue: request.venue ?? null,
    resourceId: request.resourceId ?? null,
    loanId: request.loanId ?? null,
    startsAt,
    endsAt: new Date(request.endsAt),
    timeZone: request.timeZone ?? timeZoneDefault,
    signUpOpensAt: request.signUpOpensAt ? new Date(request.signUpOpensAt) : tx.now,
    signUpClosesAt: request.signUpClosesAt ? new Date(request.signUpClosesAt) : startsAt,
    companionsMax: request.companionsMax ?? 0,
    waitlistFairShareDays: request.waitlistFairShareDays ?? null,
    agreementId: null,
    agreementRequired: false,
    openInvitations: 0,
    agreedHosts: 0,
    leaveUntil: null,
    seriesId: null,
    seriesDate: null,
    seriesNumber: null,
    seriesSize: null,
    seriesOwn: [],
    formVersion: 0,
    draw: null,
    queue: null,
    eligibility: null,
    brand: null,
    proposal: proposalOf(tx, organiser),
    cover: null,
    createdBy: tx.personId,
    createdAt: tx.now,
    publishedAt: null,
    closedAt: null,
    cancelReason: null,
    factCount: null,
    factsHash: null,
    settledAt: null,
    archivedAt: null,
  };
}

/** What a worker plans for himself waits for his union from the beginning. */
function proposalOf(tx: Transaction, { party, name }: KnownParty): ActivityRow['proposal'] {
  if (party.kind !== 'person') return null;
  const nothingMore = { reason: null, heads: null, needed: null };
  return { personId: party.id, name, state: 'waiting', ...nothingMore, proposedAt: tx.now.toISOString() };
}

/** An occurrence of a series keeps what was changed for it alone. */
function ownOf(before: ActivityRow, changes: Partial<ActivityRow>): Partial<ActivityRow> {
  if (before.seriesId === null) return {};
  return { seriesOwn: [...new Set([...before.seriesOwn, ...fieldsThatDiffer(before, changes)])] };
}

function isOnAnotherDay(before: ActivityRow, after: ActivityRow): boolean {
  return shanghaiDate(before.startsAt) !== shanghaiDate(after.startsAt);
}

type Edited = Omit<EditActivityRequest, 'activityId'>;

const instants: readonly (keyof Edited)[] = ['startsAt', 'endsAt', 'signUpOpensAt', 'signUpClosesAt'];
/** What may be emptied by null; in every other field null says no more than an absent one. */
const emptiable: readonly (keyof Edited)[] = [
  'description',
  'venue',
  'resourceId',
  'loanId',
  'leaveUntil',
  'waitlistFairShareDays',
] as const;

/** The fields that the request names, as columns. */
function editedFields(request: EditActivityRequest): Partial<ActivityRow> {
  const { activityId: _activityId, ...fields } = request;
  const named = (Object.entries(fields) as [keyof Edited, unknown][]).filter(
    ([field, value]) => value !== undefined && (value !== null || emptiable.includes(field)),
  );
  return Object.fromEntries(
    named.map(([field, value]) => [field, instants.includes(field) ? new Date(value as string) : value]),
  );
}
