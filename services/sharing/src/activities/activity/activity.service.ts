import { Injectable } from '@nestjs/common';
import {
  activityContract,
  type ActivityView,
  type CancelActivityRequest,
  type CreateActivityRequest,
  type EditActivityRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type CallContext, networkTimeZone, newId, type Party, shanghaiDate } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type KnownParty, ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
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
import { requireLineOrderOpen } from './waitlist-order.js';
import { PlaceService } from './place.service.js';
import { scheduleProposalReminder } from './proposal.due.js';
import { movedQueue, scheduleQueueOpening } from './queue-opening.js';

const timeZoneDefault = networkTimeZone;

/** The place of a draft in a series. */
export type SeriesPlace = Pick<ActivityRow, 'seriesId' | 'seriesDate' | 'seriesNumber' | 'seriesSize'>;

/** What a draft copies, beside its plan, from the activity or brand it is created from. */
type TakenOver = Pick<ActivityRow, 'eligibility'> & Partial<Pick<ActivityRow, 'brand'>>;

/** Due work: an activity moved to another day, on which other memberships may hold. */
export const movedDue = 'activity-moved';

/** Commands for activities; publishing and closing belong to the features they depend on. */
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

  /** The one way to create a draft, from scratch or from another activity. */
  async draft(
    tx: Transaction,
    request: CreateActivityRequest,
    takenOver: Partial<TakenOver> = {},
  ): Promise<ActivityRow> {
    const organiser = await this.organiserOf(tx, request.organiser);
    const plan = { ...newActivity(tx, request, organiser), ...takenOver };
    checkTimes(plan);
    await this.place.check(tx, plan);
    const row = { ...plan, venue: await this.place.venueOf(tx, plan) };
    await this.changes.add(tx, row);
    if (row.proposal !== null) await scheduleProposalReminder(tx, row.id);
    return row;
  }

  /**
   * The same for the occurrences of a series (at most 200), which share organiser and place: these are looked up
   * once.
   * @returns the rows in the order of the plans
   */
  async draftAll(
    tx: Transaction,
    plans: readonly { readonly request: CreateActivityRequest; readonly place: SeriesPlace & TakenOver }[],
  ): Promise<ActivityRow[]> {
    const [first] = plans;
    if (first === undefined) return [];
    const organiser = await this.organiserOf(tx, first.request.organiser);
    const made = plans.map(({ request, place }) => ({ ...newActivity(tx, request, organiser), ...place }));
    made.forEach(checkTimes);
    let venue: string | null = null;
    for (const row of made.slice(0, 1)) {
      await this.place.check(tx, row);
      venue = await this.place.venueOf(tx, row);
    }
    const rows = made.map((row) => ({ ...row, venue: row.venue ?? venue }));
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
   * The one way to edit an activity, alone or with others of its series. A refusal leaves it untouched.
   * @param before the locked row
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
    const venue = await this.place.venueAfter(tx, before, wanted);
    const saved = await this.changes.save(tx, before, { ...changes, venue, queue });
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

  /** The one way to cancel an activity. @param before the locked row */
  async applyCancel(tx: Transaction, before: ActivityRow, reason: string): Promise<ActivityRow> {
    requireTransition(before.state, 'cancelled');
    return this.changes.save(tx, before, { state: 'cancelled', cancelReason: reason });
  }

  private async organiserOf(tx: Transaction, party: Party): Promise<KnownParty> {
    const known = await this.references.party(tx, party, '/organiser');
    const { path: unionPath } = await this.references.unionForShare(tx, known.unionId, '/organiser');
    await this.access.organise(tx, party, unionPath);
    requireOpen(known, '/organiser');
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

/** A worker's own plan is a proposal to their union from the start. */
function proposalOf(tx: Transaction, { party, name }: KnownParty): ActivityRow['proposal'] {
  if (party.kind !== 'person') return null;
  const nothingMore = { reason: null, heads: null, needed: null };
  return { personId: party.id, name, state: 'waiting', ...nothingMore, proposedAt: tx.now.toISOString() };
}

/** An occurrence of a series retains what was changed for it alone. */
function ownOf(before: ActivityRow, changes: Partial<ActivityRow>): Partial<ActivityRow> {
  if (before.seriesId === null) return {};
  return { seriesOwn: [...new Set([...before.seriesOwn, ...fieldsThatDiffer(before, changes)])] };
}

function isOnAnotherDay(before: ActivityRow, after: ActivityRow): boolean {
  return shanghaiDate(before.startsAt) !== shanghaiDate(after.startsAt);
}

type Edited = Omit<EditActivityRequest, 'activityId'>;

const instants: readonly (keyof Edited)[] = ['startsAt', 'endsAt', 'signUpOpensAt', 'signUpClosesAt'];
/** Fields that null clears; in every other field null means the same as absent. */
const emptiable: readonly (keyof Edited)[] = [
  'description',
  'venue',
  'resourceId',
  'loanId',
  'leaveUntil',
  'waitlistFairShareDays',
] as const;

/** The fields named by the request, as columns. */
function editedFields(request: EditActivityRequest): Partial<ActivityRow> {
  const { activityId: _activityId, ...fields } = request;
  const named = (Object.entries(fields) as [keyof Edited, unknown][]).filter(
    ([field, value]) => value !== undefined && (value !== null || emptiable.includes(field)),
  );
  return Object.fromEntries(
    named.map(([field, value]) => [field, instants.includes(field) ? new Date(value as string) : value]),
  );
}
