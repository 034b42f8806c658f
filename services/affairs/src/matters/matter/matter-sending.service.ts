import { Injectable } from '@nestjs/common';
import {
  type EnterMatter,
  matterContract,
  type MatterContactDto,
  type MatterReceipt,
  type MatterSource,
  type SendAnonymousMatter,
  type SendMatter,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import {
  type CallContext,
  DomainError,
  isWithin,
  newId,
  shanghaiDate,
  shanghaiMidnight,
} from '@gongxiang/domain';
import { checkAnswers } from '@gongxiang/domain/forms';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { Triage } from '../triage/triage.service.js';
import { isFor } from '../service-item/service-item.model.js';
import { type ServiceItemRecord, ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { MatterRow } from './matter.entity.js';
import { nothingToFollow } from './follow-up.model.js';
import { deadlinesFrom, inHandOf, openMax } from './matter.model.js';
import { isSameCode, newMatterCode, newMatterNumber } from './matter-number.js';
import { MatterRepository } from './matter.repository.js';
import { MatterSeal } from './matter-seal.js';
import { MatterWriter } from './matter-writer.js';

/** Who brings a matter, and by which way. */
interface Brought {
  readonly id: string;
  readonly code: string;
  readonly source: MatterSource;
  readonly personId: string | null;
  readonly isAnonymous: boolean;
  readonly homeUnionId: string | null;
  readonly unionId: string;
  readonly answers: Record<string, unknown>;
  readonly contact: MatterContactDto | null;
}

/** Matters begin: under one's own name, without a name, or written down for somebody. */
@Injectable()
export class MatterSendingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly services: ServiceItemRepository,
    private readonly matters: MatterRepository,
    private readonly references: ReferenceRepository,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
    private readonly triage: Triage,
  ) {}

  @Handles(matterContract.send)
  send(request: SendMatter, call: CallContext): Promise<Outcome<MatterReceipt>> {
    return this.transactions.command(call, matterContract.send, request, async (tx) => {
      tx.authorise(actions.bringMatter, {});
      const service = await this.openService(tx, request.serviceId);
      const { actor } = tx.call;
      const { definition, unionPath, unionName } = service;
      if (actor === null || !isFor(definition, unionPath, actor))
        throw new DomainError('MATTER_NOT_FOR_YOU', { params: { unionName } });
      if ((await this.matters.countOpen(tx, tx.personId, openMax)) >= openMax)
        throw new DomainError('MATTER_TOO_MANY_OPEN', { params: { max: openMax } });
      await this.requireAllowance(tx, service, { personId: tx.personId, answers: request.answers });
      return this.begin(tx, service, {
        id: newId(),
        code: newMatterCode(),
        source: 'online',
        personId: tx.personId,
        isAnonymous: false,
        homeUnionId: actor.unionId,
        unionId: await this.unionFor(tx, service, actor.unionId),
        answers: request.answers,
        contact: request.contact,
      });
    });
  }

  /** The sender's own id makes a repetition the same matter: no key of theirs is kept. */
  @Handles(matterContract.sendAnonymously)
  sendAnonymously(request: SendAnonymousMatter, call: CallContext): Promise<Outcome<MatterReceipt>> {
    return this.transactions.untraced(call, async (tx) => {
      const service = await this.openService(tx, request.serviceId);
      if (!service.definition.anonymous) throw new DomainError('MATTER_NOT_ANONYMOUS');
      const { id, code, answers } = request;
      const known = await this.matters.lock(tx, id);
      if (known !== null) return this.repeated(known, service, code);
      return this.begin(tx, service, {
        id,
        code,
        source: 'online',
        personId: null,
        isAnonymous: true,
        homeUnionId: null,
        unionId: service.unionId,
        answers,
        contact: null,
      });
    });
  }

  @Handles(matterContract.enter)
  enter(request: EnterMatter, call: CallContext): Promise<Outcome<MatterReceipt>> {
    return this.transactions.command(call, matterContract.enter, request, async (tx) => {
      const union = await this.references.findUnion(tx, request.unionId);
      tx.authorise(actions.enterMatter, { paths: union ? [union.path] : [] });
      const service = await this.openService(tx, request.serviceId);
      return this.begin(tx, service, {
        id: newId(),
        code: newMatterCode(),
        source: request.source,
        personId: null,
        isAnonymous: false,
        homeUnionId: null,
        unionId: await this.unionFor(tx, service, request.unionId),
        answers: request.answers,
        contact: request.contact,
      });
    });
  }

  /**
   * Begins a matter for a member, in the hands of the officer who opens it from the list of visits. Two at once for one person are kept
   * apart by the lock on the copy of their record, which the caller has taken.
   * @returns its id
   * @throws DomainError `MATTER_ALLOWANCE_USED`, `ANSWERS_INVALID`
   */
  async openFor(
    tx: Transaction,
    service: ServiceItemRecord,
    member: Pick<Brought, 'unionId' | 'answers'> & { readonly personId: string },
  ): Promise<string> {
    const { personId, unionId, answers } = member;
    await this.requireAllowance(tx, service, member);
    const { id } = await this.begin(tx, service, {
      id: newId(),
      code: newMatterCode(),
      source: 'occasion',
      personId,
      isAnonymous: false,
      homeUnionId: unionId,
      unionId: await this.unionFor(tx, service, unionId),
      answers,
      contact: null,
    });
    const sent = await this.matters.lock(tx, id);
    if (sent === null) throw new DomainError('NOT_FOUND');
    const row = await this.writer.save(tx, sent, inHandOf(sent, tx.personId), { event: 'taken' });
    await this.writer.publishTaken(tx, row);
    return id;
  }

  /** @throws DomainError `NOT_FOUND`, `SERVICE_NOT_OPEN` */
  private async openService(tx: Transaction, serviceId: string): Promise<ServiceItemRecord> {
    const service = await this.services.find(tx, serviceId);
    if (service === null || service.state === 'draft')
      throw new DomainError('NOT_FOUND', { pointer: '/serviceId' });
    if (service.state !== 'open') throw new DomainError('SERVICE_NOT_OPEN');
    return service;
  }

  /**
   * The lock on the copy of the person's record, by which open matters are counted, keeps two that are sent at once apart.
   * @throws DomainError `MATTER_ALLOWANCE_USED`
   */
  private async requireAllowance(
    tx: Transaction,
    { id, definition: { allowance } }: ServiceItemRecord,
    { personId, answers }: { readonly personId: string; readonly answers: Record<string, unknown> },
  ): Promise<void> {
    if (!allowance) return;
    const { question, per, uses } = allowance;
    const year = shanghaiDate(tx.now).slice(0, 4);
    const since = per === 'year' ? shanghaiMidnight(`${year}-01-01`) : null;
    const earlier = await this.matters.using(tx, {
      personId,
      serviceId: id,
      since,
      outcomes: uses,
    });
    const same = earlier.find((row) => {
      const opened = this.seal.open('answers', row.id, row.sealedAnswers);
      if (!question || opened === null) return !question;
      return (JSON.parse(opened) as Record<string, unknown>)[question] === answers[question];
    });
    if (same !== undefined)
      throw new DomainError('MATTER_ALLOWANCE_USED', { params: { number: same.number } });
  }

  /** The union that has to deal with it: the person's own, if that is open and below the one that offers the service. */
  private async unionFor(
    tx: Transaction,
    { definition, unionId, unionPath }: ServiceItemRecord,
    homeId: string | null,
  ): Promise<string> {
    if (definition.handledAt === 'offering' || homeId === null) return unionId;
    const home: UnionRef | null = await this.references.findUnion(tx, homeId);
    return home?.active && isWithin(home.path, unionPath) ? home.id : unionId;
  }

  private async begin(tx: Transaction, service: ServiceItemRecord, brought: Brought): Promise<MatterReceipt> {
    const { definition, edition } = service;
    const errors = checkAnswers(definition.questions, brought.answers, 1);
    if (errors.length > 0) throw new DomainError('ANSWERS_INVALID', { errors });
    const { id, code, contact, answers, ...origin } = brought;
    const proposal = await this.triage.propose(tx, service.id, { definition, answers });
    const row: MatterRow = {
      ...origin,
      id,
      version: 1,
      number: newMatterNumber(tx.now),
      serviceId: service.id,
      edition,
      state: 'sent',
      escalatedTo: null,
      escalations: 0,
      namedOnly: definition.handledBy === 'named',
      handlerId: null,
      colleagueIds: [],
      sealedCode: this.seal.seal('code', id, code),
      sealedAnswers: this.seal.seal('answers', id, JSON.stringify(answers)),
      sealedContact: contact && this.seal.seal('contact', id, JSON.stringify(contact)),
      sentAt: tx.now,
      ...deadlinesFrom(tx.now, definition),
      pausedOn: null,
      heldUntil: null,
      proposedBy: null,
      outcome: null,
      sealedReasons: null,
      decidedAt: null,
      isReopened: false,
      stars: null,
      sealedRating: null,
      endedAt: null,
      proposedTopic: proposal?.topic ?? null,
      sealedTopicWords: proposal && this.seal.seal('topic-words', id, JSON.stringify(proposal.words)),
      topic: null,
      householdPlanId: null,
      ...nothingToFollow,
    };
    await this.writer.begin(tx, row);
    return this.receipt(tx, row, { service, code });
  }

  /** @throws DomainError `NOT_FOUND` if somebody else made the same id */
  private repeated(row: MatterRow, service: ServiceItemRecord, code: string): ExistingResult<MatterReceipt> {
    const known = this.seal.open('code', row.id, row.sealedCode);
    if (known === null || !isSameCode(known, code)) throw new DomainError('NOT_FOUND');
    return new ExistingResult(
      receiptOf(row, service.definition.name, { unionName: service.unionName, code }),
    );
  }

  private async receipt(
    tx: Transaction,
    row: MatterRow,
    { service, code }: { readonly service: ServiceItemRecord; readonly code: string },
  ): Promise<MatterReceipt> {
    const union = await this.references.findUnion(tx, row.unionId);
    return receiptOf(row, service.definition.name, { unionName: union?.name ?? service.unionName, code });
  }
}

function receiptOf(
  { id, number, decideBy }: MatterRow,
  serviceName: string,
  { unionName, code }: { readonly unionName: string; readonly code: string },
): MatterReceipt {
  return { id, number, code, serviceName, unionName, decideBy: decideBy.toISOString() };
}
