import { Injectable } from '@nestjs/common';
import type {
  HouseholdView,
  MatterContactDto,
  MatterEntryView,
  MatterLine,
  MatterInstalmentView,
  MatterMoneyView,
  MatterPaperView,
  MatterStatusView,
  MatterTopicView,
  MatterView,
  TopicProposalView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceTopicDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { isSelf, isWithin, mayDo, officesOf, shanghaiDate, toWire } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { hasHouseholdPlan } from '../household/household.model.js';
import {
  type HouseholdPersonRecord,
  HouseholdRepository,
  type PlanRecord,
} from '../household/household.repository.js';
import { mayRequestPayment, mayStopPayments } from '../matter-payment/matter-payment.model.js';
import type { ColleagueRecord, StepMarkRecord } from '../matter-step/matter-step.repository.js';
import { type Naming, ServiceHandlerRepository } from '../service-handler/service-handler.repository.js';
import { followUpView } from './follow-up.model.js';
import type { MatterPaperRow, MatterRow } from './matter.entity.js';
import { actsOf, type MatterRoles, reopenUntil, timeOf } from './matter.model.js';
import type { PaymentRecord, MatterEntryRecord, MatterRecord, WholeMatter } from './matter.repository.js';
import { MatterSeal } from './matter-seal.js';
import { MatterSteps, standingOfPlan } from './matter-steps.js';

/** What was said in a matter, and shown for it. */
export interface MatterContent {
  readonly entries: readonly MatterEntryRecord[];
  readonly papers: readonly MatterPaperRow[];
  readonly marks: readonly StepMarkRecord[];
  readonly colleagues: readonly ColleagueRecord[];
  /** Members who belong to the household, beside whoever brought it. */
  readonly household: readonly HouseholdPersonRecord[];
  /** The plan of a household to which it refers. */
  readonly plan: PlanRecord | null;
}

/** On what the roles of the caller in some matters rest. */
interface RolesGround {
  /** Where the caller is named. */
  readonly namings: readonly Naming[];
  /** @see HouseholdRepository.concerned */
  readonly concerned: ReadonlyMap<string, readonly string[]>;
}

const rolesOfNobody: MatterRoles = {
  isPerson: false,
  isHandler: false,
  isColleague: false,
  isOffice: false,
  isNamed: false,
  isAssigner: false,
  isSecond: false,
  isConcerned: false,
};

type Hidden = Pick<
  MatterView,
  'recordName' | 'topics' | 'topic' | 'proposedTopic' | 'colleagues' | 'pays' | 'household'
>;
type ForHandlers = Hidden &
  Pick<MatterView, 'state' | 'outcome' | 'reasons' | 'entries' | 'steps' | 'followUp'>;

/** What is for those who deal with a matter alone. */
const hiddenFromPerson: Hidden = {
  recordName: null,
  topics: [],
  topic: null,
  proposedTopic: null,
  colleagues: [],
  pays: null,
  household: null,
};

/** Opens what is sealed, and says what the caller is to a matter. */
@Injectable()
export class MatterPresenter {
  constructor(
    private readonly seal: MatterSeal,
    private readonly steps: MatterSteps,
    private readonly handlers: ServiceHandlerRepository,
    private readonly households: HouseholdRepository,
  ) {}

  async rolesOf(tx: Transaction, matter: MatterRow, unionPath: string): Promise<MatterRoles> {
    const { actor } = tx.call;
    const isAsked = matter.namedOnly && actor !== null;
    const namings = isAsked ? await this.handlers.namingsOf(tx, actor) : [];
    const concerned = await this.households.concerned(tx, [matter.id]);
    return this.rolesWith(tx, { ...matter, unionPath }, { namings, concerned });
  }

  /** The same for many matters. */
  rolesWith(
    tx: Transaction,
    matter: MatterRow & { readonly unionPath: string },
    { namings, concerned }: RolesGround,
  ): MatterRoles {
    const { actor } = tx.call;
    if (actor === null) return rolesOfNobody;
    const { personId, handlerId, colleagueIds, proposedBy, unionId, unionPath, escalatedTo, namedOnly } =
      matter;
    const subject = { paths: [unionPath] };
    const offices = officesOf(actor, actions.takeMatter);
    const holdsAt = (id: string | null): boolean => id !== null && offices.includes(id);
    const isActor = (id: string | null): boolean => id !== null && isSelf(actor, id);
    const isNamed = namedOnly && isNamedFor(matter, namings);
    const mayConfirm = namedOnly ? isNamed : mayDo(actor, actions.confirmMatter, subject);
    return {
      isPerson: isActor(personId),
      // Whoever is not named any more has it no more in hand, also before it is given back.
      isHandler: isActor(handlerId) && isNamed === namedOnly,
      isColleague: colleagueIds.some(isActor) && isNamed === namedOnly,
      isOffice: !namedOnly && (holdsAt(unionId) || holdsAt(escalatedTo)),
      isNamed,
      isAssigner: mayDo(actor, actions.assignMatter, subject),
      isSecond: mayConfirm && !isActor(proposedBy),
      isConcerned: (concerned.get(matter.id) ?? []).some(isActor),
    };
  }

  /** Where only named people deal with it, all others see neither what it is about; nor does whom it is about. */
  line(record: MatterRecord, roles: MatterRoles, now: Date): MatterLine {
    const acts = actsOf(record, roles, now);
    const isConfidential = roles.isConcerned || (record.namedOnly && !roles.isNamed);
    const { id, version, number, serviceId, definition, state, source, unionId, unionName } = record;
    const { isAnonymous, handlerId, handlerName, sentAt, decidedAt, escalations, stars } = record;
    return {
      id,
      version,
      number,
      serviceId,
      serviceName: definition.name,
      state,
      source,
      unionId,
      unionName,
      anonymous: isAnonymous,
      handlerId,
      handlerName,
      sentAt: sentAt.toISOString(),
      ...timeOf(record, now),
      escalations,
      stars,
      followUp: decidedAt === null || isConfidential ? null : followUpView(record, definition.outcomes, now),
      ...(isConfidential ? { topic: null, topicConfirmed: false } : topicOf(record)),
      takeable: acts.includes('take'),
      assignable: acts.includes('assign'),
      confirmable: acts.includes('confirm'),
      followable: acts.includes('followUp'),
    };
  }

  /** For whoever brought it: without notes of those who deal with it. A decision that waits for a second person is none yet. */
  status(
    record: WholeMatter,
    { entries, marks, plan }: Pick<MatterContent, 'entries' | 'marks' | 'plan'>,
    now: Date,
  ): MatterStatusView {
    const { number, definition, unionName, state, sentAt, decidedAt, stars } = record;
    const { dueAt, daysLeft } = timeOf(record, now);
    const isTold = decidedAt !== null;
    return {
      number,
      serviceName: definition.name,
      unionName,
      state: state === 'proposed' ? 'inWork' : state,
      sentAt: sentAt.toISOString(),
      dueAt,
      daysLeft,
      outcome: isTold ? outcomeLabel(record) : null,
      reasons: isTold ? this.seal.open('reasons', record.id, record.sealedReasons) : null,
      decidedAt: decidedAt?.toISOString() ?? null,
      reopenUntil: reopenUntil(record, now)?.toISOString() ?? null,
      stars,
      payment: moneyView(record.payments),
      instalments: record.payments.length > 1 ? record.payments.map(instalmentView) : [],
      questions: definition.questions,
      answers: this.answers(record),
      entries: entries
        .filter(({ isInternal }) => !isInternal)
        .map((entry) => ({ ...this.entry(entry), by: null })),
      steps: this.steps.outline(record, definition, { records: marks, plan, now }),
      limitation: this.steps.limitation(record, definition, now),
      followUp: isTold ? followUpView(record, definition.outcomes, now) : null,
    };
  }

  /** Notes that the caller has read it, and is told to its person. */
  view(tx: Transaction, record: WholeMatter, content: MatterContent, roles: MatterRoles): MatterView {
    const { personId, recordUnionName, handlerId, handlerName, heldUntil } = record;
    if (personId !== null) noteLook(tx, 'matter', [personId]);
    const { pays } = record.definition;
    return {
      ...this.status(record, content, tx.now),
      ...(roles.isPerson ? hiddenFromPerson : this.forHandlers(tx, record, content)),
      id: record.id,
      version: record.version,
      serviceId: record.serviceId,
      unionId: record.unionId,
      source: record.source,
      anonymous: record.isAnonymous,
      mine: roles.isPerson,
      contact: this.contact(record),
      recordUnionName,
      handlerId,
      handlerName,
      heldUntil,
      overdue: timeOf(record, tx.now).overdue,
      outcomes: record.definition.outcomes,
      papersAsked: record.definition.papers ?? [],
      papers: content.papers.map((paper) => this.paper(tx, paper, roles)),
      acts: actsOf(record, roles, tx.now)
        .filter((act) => act !== 'requestPayment' || mayRequestPayment(pays, record.payments))
        .filter((act) => act !== 'stopPayments' || mayStopPayments(record.payments))
        .filter((act) => act !== 'declareHousehold' || hasHouseholdPlan(record.definition))
        .map((act) => ({ act })),
    };
  }

  /** What those who deal with it see besides, or instead. */
  private forHandlers(
    tx: Transaction,
    record: WholeMatter,
    { entries, marks: records, colleagues, household, plan }: MatterContent,
  ): ForHandlers {
    const { state, recordName, definition } = record;
    return {
      state,
      outcome: outcomeLabel(record),
      reasons: this.seal.open('reasons', record.id, record.sealedReasons),
      entries: entries.map((entry) => this.entry(entry)),
      followUp: followUpView(record, definition.outcomes, tx.now),
      steps: this.steps.views(record, definition, {
        records,
        plan,
        now: tx.now,
        personId: tx.personId,
      }),
      recordName,
      topics: topicsOf(record).map(({ id, label }) => ({ id, label })),
      topic: topicNamed(record, record.topic),
      proposedTopic: this.proposedTopic(record),
      colleagues: colleagues.map(({ personId, maskedName }) => ({ personId, name: maskedName ?? '' })),
      pays: definition.pays ?? null,
      household: hasHouseholdPlan(definition) ? householdView(tx, record, { household, plan }) : null,
    };
  }

  private entry({
    matterId,
    sequence,
    event,
    at,
    actorId,
    byName,
    unionName,
    sealedText,
  }: MatterEntryRecord): MatterEntryView {
    return {
      sequence,
      event,
      at: at.toISOString(),
      by: actorId,
      byName,
      unionName,
      text: this.seal.openEntry(matterId, sequence, sealedText),
    };
  }

  private paper(tx: Transaction, paper: MatterPaperRow, { isPerson }: MatterRoles): MatterPaperView {
    const { id, sealedName, asked, contentType, size, addedAt, addedBy } = paper;
    return {
      id,
      name: this.seal.openPaper('name', id, sealedName) ?? '',
      asked,
      contentType,
      size,
      addedAt: addedAt.toISOString(),
      removable: isPerson ? addedBy === null : addedBy === tx.personId,
    };
  }

  private proposedTopic(record: MatterRecord): TopicProposalView | null {
    const topic = topicNamed(record, record.proposedTopic);
    const words = this.seal.open('topic-words', record.id, record.sealedTopicWords);
    return topic === null ? null : { ...topic, words: words === null ? [] : (JSON.parse(words) as string[]) };
  }

  private answers({ id, sealedAnswers }: MatterRecord): Record<string, unknown> {
    const opened = this.seal.open('answers', id, sealedAnswers);
    return opened === null ? {} : (JSON.parse(opened) as Record<string, unknown>);
  }

  private contact({ id, sealedContact }: MatterRecord): MatterContactDto | null {
    const opened = this.seal.open('contact', id, sealedContact);
    return opened === null ? null : (JSON.parse(opened) as MatterContactDto);
  }
}

/** Of a plan that was agreed in another matter, whoever does not deal with that learns which union has it and nothing else. */
function householdView(
  tx: Transaction,
  matter: MatterRow,
  { household, plan }: Pick<MatterContent, 'household' | 'plan'>,
): HouseholdView {
  const { actor } = tx.call;
  const standing = standingOfPlan(matter, plan);
  const persons = household.map(({ personId, maskedName, unionName }) => ({
    personId,
    name: maskedName ?? '',
    unionName,
  }));
  if (plan === null || standing === null) return { persons, plan: null };
  const dealsWith = [plan.handlerId, ...plan.colleagueIds].some(
    (one) => one !== null && actor !== null && isSelf(actor, one),
  );
  const own = standing !== 'joined';
  return {
    persons,
    plan: {
      own,
      unionName: plan.unionName,
      matterId: !own && dealsWith ? plan.matterId : null,
      joinedBy: own ? [...plan.joinedBy] : [],
      conflictsWith: standing === 'conflict' ? plan.conflictsWith : null,
    },
  };
}

/** At the union that has it, or above. */
function isNamedFor(
  { serviceId, unionPath }: Pick<MatterRecord, 'serviceId' | 'unionPath'>,
  namings: readonly Naming[],
): boolean {
  return namings.some((one) => one.serviceId === serviceId && isWithin(unionPath, one.unionPath));
}

/** What was asked for last. */
function moneyView(payments: readonly PaymentRecord[]): MatterMoneyView | null {
  const asked = payments.flatMap(({ state, amountFen, askedAt, paidOn }) =>
    askedAt === null || state === 'planned' || state === 'stopped'
      ? []
      : [{ state, amount: toWire(BigInt(amountFen)), askedAt: new Date(askedAt).toISOString(), paidOn }],
  );
  return asked.sort((left, right) => left.askedAt.localeCompare(right.askedAt)).at(-1) ?? null;
}

function instalmentView({ state, amountFen, dueOn, askedAt, paidOn }: PaymentRecord): MatterInstalmentView {
  const askedOn = askedAt === null ? '' : shanghaiDate(new Date(askedAt));
  return { dueOn: dueOn ?? askedOn, amount: toWire(BigInt(amountFen)), state, paidOn };
}

function topicsOf({ definition }: MatterRecord): readonly ServiceTopicDto[] {
  return definition.topics ?? [];
}

function topicNamed(record: MatterRecord, topic: string | null): MatterTopicView | null {
  const found = topicsOf(record).find(({ id }) => id === topic);
  return found === undefined ? null : { id: found.id, label: found.label };
}

/** For the desk: as confirmed, or else as proposed. */
function topicOf(record: MatterRecord): Pick<MatterLine, 'topic' | 'topicConfirmed'> {
  return {
    topic: topicNamed(record, record.topic ?? record.proposedTopic),
    topicConfirmed: record.topic !== null,
  };
}

function outcomeLabel({ outcome, definition }: MatterRecord): string | null {
  return definition.outcomes.find(({ id }) => id === outcome)?.label ?? null;
}
