import { Injectable } from '@nestjs/common';
import {
  type AssignMatter,
  type ClassifyMatter,
  type DecideMatter,
  type FollowUpMatter,
  type ForwardMatter,
  type HoldMatter,
  matterContract,
  type MatterId,
  type MatterLine,
  type MatterView,
  type ReturnDecision,
  type WriteToMatter,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import { type CallContext, DomainError, isWithin, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type OutcomeNeeds, refusalOf } from '../matter-step/matter-step.model.js';
import { MatterStepRepository } from '../matter-step/matter-step.repository.js';
import { Triage } from '../triage/triage.service.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { followUpOf, isToFollow, nothingToFollow } from './follow-up.model.js';
import type { MatterRow } from './matter.entity.js';
import { inHandOf, isPlanProposed, paused, resumed } from './matter.model.js';
import { MatterPresenter } from './matter-presenter.js';
import { MatterRepository } from './matter.repository.js';
import { MatterSeal } from './matter-seal.js';
import { MatterSteps } from './matter-steps.js';
import { MatterWriter } from './matter-writer.js';

/** What those do who deal with matters. */
@Injectable()
export class MatterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterRepository,
    private readonly services: ServiceItemRepository,
    private readonly references: ReferenceRepository,
    private readonly presenter: MatterPresenter,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
    private readonly triage: Triage,
    private readonly steps: MatterSteps,
    private readonly marks: MatterStepRepository,
  ) {}

  @Handles(matterContract.take)
  take(request: MatterId, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.take, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'take');
      const row = await this.writer.save(tx, before, inHandOf(before, tx.personId), { event: 'taken' });
      await this.writer.publishTaken(tx, row);
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.assign)
  assign(request: AssignMatter, call: CallContext): Promise<Outcome<MatterLine>> {
    return this.transactions.command(call, matterContract.assign, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'assign');
      const holders = await this.writer.candidates(tx, before);
      // Whoever brought it does not deal with it.
      if (!holders.some(({ personId }) => personId === request.personId && personId !== before.personId))
        throw new DomainError('MATTER_HANDLER_UNKNOWN', { pointer: '/personId' });
      const changes =
        before.state === 'sent' ? inHandOf(before, request.personId) : { handlerId: request.personId };
      const row = await this.writer.save(tx, before, changes, { event: 'assigned' });
      if (before.state === 'sent') await this.writer.publishTaken(tx, row);
      return this.line(tx, before.id);
    });
  }

  /** Its day stays: a matter does not become younger by being passed on. */
  @Handles(matterContract.forward)
  forward(request: ForwardMatter, call: CallContext): Promise<Outcome<MatterLine>> {
    return this.transactions.command(call, matterContract.forward, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'forward');
      const from = await this.references.findUnion(tx, before.unionId);
      const to = await this.references.findUnion(tx, request.unionId);
      const isOnTheLine =
        from && to?.active && (isWithin(from.path, to.path) || isWithin(to.path, from.path));
      if (!isOnTheLine || from.id === to.id) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      const running = before.pausedOn === null ? {} : resumed(before, tx.now);
      const nobody = { handlerId: null, colleagueIds: [], escalatedTo: null };
      const sent = { ...nobody, state: 'sent' as const, unionId: to.id };
      await this.writer.save(
        tx,
        before,
        { ...running, ...sent },
        { event: 'forwarded', text: request.reason, unionId: to.id },
      );
      return this.line(tx, before.id);
    });
  }

  @Handles(matterContract.ask)
  ask(request: WriteToMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.ask, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'ask');
      const changes = { state: 'asked', ...paused(tx.now) } as const;
      await this.writer.save(tx, before, changes, { event: 'asked', text: request.text });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.note)
  note(request: WriteToMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.note, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'note');
      await this.writer.save(tx, before, {}, { event: 'noted', text: request.text, isInternal: true });
      return this.writer.view(tx, before.id);
    });
  }

  /** What was learnt from an earlier choice is taken back: a matter speaks for one topic. */
  @Handles(matterContract.classify)
  classify(request: ClassifyMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.classify, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'classify');
      const { topics = [] } = await this.services.edition(tx, before.serviceId, before.edition);
      const topic = topics.find(({ id }) => id === request.topic);
      if (topic === undefined) throw new DomainError('MATTER_TOPIC_UNKNOWN', { pointer: '/topic' });
      const entry = { event: 'classified', text: topic.label, isInternal: true } as const;
      const row = await this.writer.save(tx, before, { topic: topic.id }, entry);
      await this.triage.forget(tx, before);
      await this.triage.learn(tx, row);
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.hold)
  hold(request: HoldMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.hold, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'hold');
      if (request.until <= shanghaiDate(tx.now))
        throw new DomainError('MATTER_HOLD_PAST', { pointer: '/until' });
      const changes = { state: 'held', heldUntil: request.until, ...paused(tx.now) } as const;
      await this.writer.save(tx, before, changes, { event: 'held', text: request.reason });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.resume)
  resume(request: MatterId, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.resume, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'resume');
      await this.writer.save(tx, before, resumed(before, tx.now), { event: 'resumed' });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.decide)
  decide(request: DecideMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.decide, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'decide');
      const { outcomes, secondPerson } = await this.services.edition(tx, before.serviceId, before.edition);
      const { outcome, reasons, holdsUntil = null } = request;
      const chosen = outcomes.find(({ id }) => id === outcome);
      if (chosen === undefined) throw new DomainError('MATTER_OUTCOME_UNKNOWN', { pointer: '/outcome' });
      await this.requireSteps(tx, before, chosen);
      const said = {
        outcome,
        proposedBy: tx.personId,
        ...followUpOf(chosen, holdsUntil, shanghaiDate(tx.now)),
        sealedReasons: this.seal.seal('reasons', before.id, reasons),
      };
      if (secondPerson)
        await this.writer.save(
          tx,
          before,
          { ...said, state: 'proposed' },
          { event: 'proposed', isInternal: true },
        );
      else
        await this.writer.save(
          tx,
          before,
          { ...said, ...decidedAt(tx.now) },
          { event: 'decided', text: reasons },
        );
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.confirm)
  confirm(request: MatterId, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.confirm, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'confirm');
      if (isPlanProposed(before)) return this.confirmPlan(tx, before);
      const { outcomes } = await this.services.edition(tx, before.serviceId, before.edition);
      const proposed = outcomes.find(({ id }) => id === before.outcome);
      // The plan of the household that it joined may have ended since it was proposed.
      if (proposed !== undefined) await this.requireSteps(tx, before, proposed);
      const text = this.seal.open('reasons', before.id, before.sealedReasons);
      await this.writer.save(tx, before, decidedAt(tx.now), { event: 'decided', text });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.return)
  return(request: ReturnDecision, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.return, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'return');
      const view = await this.writer.view(tx, before.id);
      const undecided = { outcome: null, proposedBy: null, sealedReasons: null, ...nothingToFollow };
      const entry = { event: 'returned', text: request.reason, isInternal: true } as const;
      const row = await this.writer.save(tx, before, { ...undecided, state: 'inWork' }, entry);
      // From now on it is not for their eyes any more: they see it as it was when they gave it back.
      return { ...view, version: row.version, state: row.state, acts: [] };
    });
  }

  /** On its line: whoever sees to the next one need not have had this one in hand. */
  @Handles(matterContract.followUp)
  followUp(request: FollowUpMatter, call: CallContext): Promise<Outcome<MatterLine>> {
    return this.transactions.command(call, matterContract.followUp, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'followUp');
      if (!isToFollow(before)) throw new DomainError('MATTER_FOLLOWED_UP');
      await this.writer.save(
        tx,
        before,
        { followedUpAt: tx.now },
        { event: 'followedUp', text: request.text, isInternal: true },
      );
      return this.line(tx, before.id);
    });
  }

  private async confirmPlan(tx: Transaction, before: MatterRow): Promise<MatterView> {
    await this.marks.confirmWaiting(tx, before.id);
    const entry = { event: 'householdPlanAmended', isInternal: true } as const;
    await this.writer.save(tx, before, { state: 'inWork', proposedBy: null }, entry);
    return this.writer.view(tx, before.id);
  }

  /** @throws DomainError `MATTER_STEP_NEEDED`, `MATTER_OUTCOME_CONTRARY` */
  private async requireSteps(tx: Transaction, row: MatterRow, outcome: OutcomeNeeds): Promise<void> {
    const { standings } = await this.steps.ofRow(tx, row);
    const refusal = refusalOf(outcome, standings);
    if (refusal !== null)
      throw new DomainError(refusal.code, { pointer: '/outcome', params: { label: refusal.step.label } });
  }

  private async line(tx: Transaction, id: string): Promise<MatterLine> {
    const record = await this.matters.find(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    const roles = await this.presenter.rolesOf(tx, record, record.unionPath);
    return this.presenter.line(record, roles, tx.now);
  }
}

function decidedAt(now: Date): Pick<MatterRow, 'state' | 'decidedAt'> {
  return { state: 'decided', decidedAt: now };
}
