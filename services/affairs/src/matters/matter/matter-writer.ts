import { Injectable } from '@nestjs/common';
import {
  type MatterAct,
  matterEntriesMax,
  type MatterEvent,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import { DomainError, shanghaiMidnight, shanghaiMorning } from '@gongxiang/domain';
import { Push, raiseNotices, schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import { requireVersion, type Transaction } from '@gongxiang/persistence';
import { type OfficeHolder, ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { hasHouseholdPlan } from '../household/household.model.js';
import { HouseholdRepository } from '../household/household.repository.js';
import { MatterStepRepository } from '../matter-step/matter-step.repository.js';
import { ServiceHandlerRepository } from '../service-handler/service-handler.repository.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { missedFrom } from '../term.model.js';
import { isToFollow } from './follow-up.model.js';
import type { MatterEntryRow, MatterRow } from './matter.entity.js';
import {
  awaitsOfFollowUp,
  awaitsOfMatter,
  closesAt,
  dueOf,
  givenBack,
  isPlanProposed,
  isWhoActs,
  mayRead,
  openStates,
  requireState,
  type KeptEntry,
  type MatterRoles,
} from './matter.model.js';
import { type MatterContent, MatterPresenter } from './matter-presenter.js';
import { type MatterRecord, MatterRepository } from './matter.repository.js';
import { MatterSeal } from './matter-seal.js';

/**
 * Due work of a matter: nobody acted in time; its day to go on has come; its person has said nothing since the decision; what was
 * decided ends soon; its course is published; somebody came to belong to its household, or to one that goes by the same plan.
 */
export const matterDue = {
  missed: 'matter-missed',
  resume: 'matter-resume',
  close: 'matter-close',
  followUp: 'matter-follow-up',
  course: 'matter-course',
  concerned: 'matter-concerned',
} as const;

/** Officers of one union to whom a matter may be given: more are not listed. */
const handlersMax = 200;

/** What is written down with a change. */
export interface NewEntry {
  readonly event: MatterEvent;
  readonly text?: string | null;
  readonly isInternal?: boolean;
  /** The union to which it went; that of whoever acts, where nothing else is said. */
  readonly unionId?: string | null;
}

/** Shared steps of the use cases: locking, authorising, and saving a matter with all that follows from it. */
@Injectable()
export class MatterWriter {
  constructor(
    private readonly matters: MatterRepository,
    private readonly services: ServiceItemRepository,
    private readonly references: ReferenceRepository,
    private readonly handlers: ServiceHandlerRepository,
    private readonly presenter: MatterPresenter,
    private readonly seal: MatterSeal,
    private readonly marks: MatterStepRepository,
    private readonly households: HouseholdRepository,
    private readonly push: Push,
  ) {}

  /**
   * Locks a matter for an act of the caller. Who may not read it learns nothing of it, unless the act is one on its line.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `MATTER_STATE`
   */
  async lock(tx: Transaction, id: string, act: MatterAct): Promise<MatterRow> {
    const row = await this.lockFor(tx, id, act);
    requireVersion(tx, row.version);
    requireState(row, act);
    return row;
  }

  /**
   * The same for an act that adds something, whatever else has happened meanwhile.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `MATTER_STATE`
   */
  async lockToAdd(tx: Transaction, id: string, act: MatterAct): Promise<MatterRow> {
    const row = await this.lockFor(tx, id, act);
    requireState(row, act);
    return row;
  }

  private async lockFor(tx: Transaction, id: string, act: MatterAct): Promise<MatterRow> {
    tx.authorise(actions.seeOwnMatters, {});
    const row = await this.matters.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    const roles = await this.presenter.rolesOf(tx, row, union.path);
    const isThere = mayRead(row, roles) || roles.isOffice || roles.isNamed || roles.isAssigner;
    if (!isWhoActs(act, roles)) throw new DomainError(refusalOf(act, row, { isThere, roles }));
    return row;
  }

  /** Begins a matter. */
  async begin(tx: Transaction, row: MatterRow): Promise<void> {
    await this.matters.insert(tx, row);
    await this.write(tx, row, { before: null, entry: { event: 'sent' } });
  }

  /** Takes over one that was dealt with elsewhere until now, with what was said in it and when. */
  async takeOver(tx: Transaction, row: MatterRow, entries: readonly KeptEntry[]): Promise<void> {
    await this.matters.insert(tx, row);
    for (const [before, { text, ...entry }] of entries.entries()) {
      const sequence = before + 1;
      const sealedText = text === null ? null : this.seal.sealEntry(row.id, sequence, text);
      await this.matters.addEntry(tx, {
        ...entry,
        matterId: row.id,
        sequence,
        sealedText,
        isInternal: false,
      });
    }
    await this.follows(tx, row);
    if (dueOf(row) !== null && row.dueAt < tx.now)
      await schedule(tx, { kind: matterDue.missed, key: row.id, at: tx.now });
  }

  async save(
    tx: Transaction,
    before: MatterRow,
    changes: Partial<MatterRow>,
    entry: NewEntry,
  ): Promise<MatterRow> {
    const changed = { ...before, ...changes, version: before.version + 1 };
    const isEnding = openStates.includes(before.state) && !openStates.includes(changed.state);
    const row = isEnding ? await this.withoutPlan(tx, changed) : changed;
    // Whoever gives it back, ends it or has it no more in hand leaves the plan as it was; one that is confirmed waits no more.
    if (isPlanProposed(before) && !isPlanProposed(row)) await this.marks.dropWaiting(tx, row.id);
    await this.matters.update(tx, row);
    await this.write(tx, row, { before, entry });
    return row;
  }

  /**
   * A matter that is over frees its household: its own plan ends with it. One that joined the plan of another keeps to it only if
   * its outcome rests on that, and binds nobody otherwise.
   */
  private async withoutPlan(tx: Transaction, row: MatterRow): Promise<MatterRow> {
    if (row.householdPlanId === null) return row;
    const plan = await this.households.plan(tx, row.householdPlanId);
    if (plan?.matterId === row.id) {
      await this.households.endPlan(tx, row.householdPlanId);
      return row;
    }
    const { steps = [], outcomes } = await this.services.edition(tx, row.serviceId, row.edition);
    const outcome = outcomes.find(({ id }) => id === row.outcome);
    const isHelped = steps.some(
      ({ id, kind }) => kind === 'householdPlan' && outcome?.needsFailed?.includes(id),
    );
    return isHelped ? row : { ...row, householdPlanId: null };
  }

  /** Notifies whoever brought it that somebody deals with it, once however often it goes on. */
  async publishTaken(tx: Transaction, { id, personId, serviceId, edition, dueAt }: MatterRow): Promise<void> {
    const { name } = await this.services.edition(tx, serviceId, edition);
    await raiseNotices(tx, 'affairs', [
      {
        personIds: personId === null ? [] : [personId],
        kind: 'matterTaken',
        why: 'broughtMatter',
        about: { matterId: id },
        title: name,
        values: { at: dueAt.toISOString() },
        cause: `matterTaken/${id}`,
      },
    ]);
  }

  /** Whoever is asked in learns where they are needed; a second time after they had left as well. */
  async tellColleague(
    tx: Transaction,
    { id, version, serviceId, edition }: MatterRow,
    personId: string,
  ): Promise<void> {
    const { name } = await this.services.edition(tx, serviceId, edition);
    await raiseNotices(tx, 'affairs', [
      {
        personIds: [personId],
        kind: 'matterColleagueAdded',
        why: 'handlesMatter',
        about: { matterId: id },
        title: name,
        cause: `matterColleagueAdded/${id}/${version}`,
      },
    ]);
  }

  /** To whom a matter may be given: officers of the union that has it, or those named for its service there or above; none whom it is about. */
  async candidates(tx: Transaction, row: MatterRow): Promise<OfficeHolder[]> {
    const { namedOnly, unionId } = row;
    const concerned = await this.concerned(tx, row);
    const all = namedOnly
      ? await this.namedFor(tx, row)
      : await this.references.holders(tx, unionId, actions.takeMatter.roles, handlersMax);
    return all.filter(({ personId }) => !concerned.includes(personId));
  }

  private async namedFor(tx: Transaction, { unionId, serviceId }: MatterRow): Promise<OfficeHolder[]> {
    const union = await this.references.findUnion(tx, unionId);
    return union === null ? [] : this.handlers.namedFor(tx, serviceId, union.path);
  }

  /** Whom it is about, beside whoever brought it: they never deal with it. */
  private async concerned(tx: Transaction, { id }: MatterRow): Promise<readonly string[]> {
    return (await this.households.concerned(tx, [id])).get(id) ?? [];
  }

  /** Whether whoever had it in hand may have it again. */
  async hasHandler(tx: Transaction, row: MatterRow): Promise<boolean> {
    const { handlerId } = row;
    if (handlerId === null) return true;
    if (!row.namedOnly) return !(await this.concerned(tx, row)).includes(handlerId);
    return (await this.candidates(tx, row)).some(({ personId }) => personId === handlerId);
  }

  /** Tells those who deal with it what it waits for now. */
  async tellAgain(tx: Transaction, row: MatterRow): Promise<void> {
    const { name } = await this.services.edition(tx, row.serviceId, row.edition);
    await this.publishAwaits(tx, row, name);
  }

  /** Follows who is named for its service, and whom it is about: whoever may not deal with it any more has it no more in hand. */
  async follow(tx: Transaction, id: string): Promise<void> {
    const before = await this.matters.lock(tx, id);
    if (before === null || !openStates.includes(before.state)) return;
    const concerned = await this.concerned(tx, before);
    const colleagueIds = before.colleagueIds.filter((one) => !concerned.includes(one));
    const isInHand = await this.hasHandler(tx, before);
    if (isInHand && colleagueIds.length === before.colleagueIds.length) return this.tellAgain(tx, before);
    await this.save(
      tx,
      before,
      { colleagueIds, ...(isInHand ? {} : givenBack(before, tx.now)) },
      isInHand ? { event: 'colleagueRemoved', isInternal: true } : { event: 'givenBack' },
    );
  }

  /** Whoever is named meanwhile waits, so that no matter misses it. */
  private async publishAwaits(tx: Transaction, row: MatterRow, serviceName: string): Promise<void> {
    if (row.namedOnly) await this.handlers.freeze(tx, row.serviceId);
    const named = row.namedOnly ? await this.candidates(tx, row) : [];
    const concerned = await this.references.officersAmong(tx, await this.concerned(tx, row));
    const dealing = { named: named.map(({ personId }) => personId), concerned };
    const awaits = [
      ...awaitsOfMatter(row, serviceName, dealing),
      ...awaitsOfFollowUp(row, { serviceName, dealing, now: tx.now }),
    ];
    await syncAwaits(tx, 'affairs', 'matter', [{ id: row.id, awaits }]);
  }

  async view(tx: Transaction, id: string): Promise<MatterView> {
    const record = await this.matters.find(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    const roles = await this.presenter.rolesOf(tx, record, record.unionPath);
    return this.presenter.view(tx, record, await this.content(tx, record), roles);
  }

  /** All that is written in a matter. */
  async content(
    tx: Transaction,
    { id, householdPlanId, definition }: Pick<MatterRecord, 'id' | 'householdPlanId' | 'definition'>,
  ): Promise<MatterContent> {
    return {
      entries: await this.matters.entries(tx, id),
      papers: await this.matters.papers(tx, id),
      marks: await this.marks.marks(tx, id),
      colleagues: await this.marks.colleagues(tx, id),
      household: hasHouseholdPlan(definition) ? await this.households.persons(tx, id) : [],
      plan: await this.households.plan(tx, householdPlanId),
    };
  }

  private async write(
    tx: Transaction,
    row: MatterRow,
    { before, entry }: { readonly before: MatterRow | null; readonly entry: NewEntry },
  ): Promise<void> {
    await this.matters.addEntry(tx, await this.entryOf(tx, row, entry));
    if (!row.isAnonymous && tx.call.actor !== null)
      tx.audit({ noun: 'matter', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    await this.follows(tx, row);
    const people = [row.personId, row.handlerId, before?.handlerId ?? null, ...row.colleagueIds].filter(
      (id) => id !== null,
    );
    this.push.hint(tx, [...new Set(people)], { resource: 'matter', id: row.id, version: row.version });
  }

  /** What follows from how it stands: by itself, for whoever counts, and for whom it waits. */
  private async follows(tx: Transaction, row: MatterRow): Promise<void> {
    await this.plan(tx, row);
    await schedule(tx, { kind: matterDue.course, key: row.id, at: tx.now });
    await this.tellAgain(tx, row);
  }

  /** What becomes of it by itself. Scheduling again moves what was planned before. */
  private async plan(tx: Transaction, row: MatterRow): Promise<void> {
    const due = dueOf(row);
    if (due === null) await unschedule(tx, matterDue.missed, row.id);
    else if (due >= tx.now) await schedule(tx, { kind: matterDue.missed, key: row.id, at: missedFrom(due) });
    if (row.state === 'held' && row.heldUntil !== null)
      await schedule(tx, { kind: matterDue.resume, key: row.id, at: shanghaiMidnight(row.heldUntil) });
    if (row.state === 'decided' && row.decidedAt !== null)
      await schedule(tx, { kind: matterDue.close, key: row.id, at: closesAt(row.decidedAt) });
    if (row.nextDueOn !== null && isToFollow(row) && shanghaiMorning(row.nextDueOn) > tx.now)
      await schedule(tx, { kind: matterDue.followUp, key: row.id, at: shanghaiMorning(row.nextDueOn) });
  }

  /** @throws DomainError `MATTER_ENTRIES_MAX`; what the platform itself does is written in any case */
  private async entryOf(tx: Transaction, row: MatterRow, entry: NewEntry): Promise<MatterEntryRow> {
    const { event, text = null, isInternal = false } = entry;
    const sequence = (await this.matters.lastSequence(tx, row.id)) + 1;
    if (sequence > matterEntriesMax - reservedEntries && wordy.includes(event))
      throw new DomainError('MATTER_ENTRIES_MAX', { params: { max: matterEntriesMax - reservedEntries } });
    const by = actingIn(tx, row);
    return {
      matterId: row.id,
      sequence,
      event,
      at: tx.now,
      actorId: by.actorId,
      unionId: entry.unionId ?? by.unionId,
      sealedText: text === null ? null : this.seal.sealEntry(row.id, sequence, text),
      isInternal,
    };
  }
}

/** Who acts for the union that has it; nobody is named where it is whoever brought it, or the platform. */
function actingIn(
  tx: Transaction,
  { personId, unionId }: MatterRow,
): { actorId: string | null; unionId: string | null } {
  const actorId = tx.call.actor?.personId ?? null;
  return actorId === null || actorId === personId ? { actorId: null, unionId: null } : { actorId, unionId };
}

/** Events of which there may be many; the others need room in every matter, so that it can be decided. */
const wordy: readonly MatterEvent[] = [
  'asked',
  'replied',
  'paperAdded',
  'paperRemoved',
  'stepWritten',
  'stepTakenBack',
  'householdPlanProposed',
  'householdPlanAmended',
  'noted',
  'held',
  'forwarded',
  'returned',
];
const reservedEntries = 50;

/** Who proposed a decision may see that it waits for somebody else. */
function refusalOf(
  act: MatterAct,
  { state }: MatterRow,
  { isThere, roles }: { readonly isThere: boolean; readonly roles: MatterRoles },
): string {
  if (!isThere) return 'NOT_FOUND';
  if ((act === 'confirm' || act === 'return') && state === 'proposed' && roles.isHandler)
    return 'MATTER_SECOND_PERSON';
  return 'NOT_PERMITTED';
}

/** For the audit trail: the state without any text, and without what it is about where that is confidential. */
function auditedOf({
  version,
  state,
  unionId,
  handlerId,
  outcome,
  stars,
  topic,
  namedOnly,
}: MatterRow): Record<string, unknown> {
  const about = namedOnly ? null : topic;
  return { version, state, unionId, handlerId, outcome, stars, topic: about };
}
