import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CancelWorksCall,
  type CastWorksBallot,
  type ChangeWorksCall,
  type CreateWorksCall,
  type ListPublicWorksCalls,
  type ListWorksCalls,
  type NameWorksJurors,
  type WorksCallAct,
  worksCallContract,
  type WorksCallDefinition,
  type WorksCallId,
  type WorksCallLine,
  type WorksCallView,
  type WorksResultView,
} from '@gongxiang/contracts/affairs/works/works-call.contract';
import type { PageRequest } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { audienceKeyOf, keysOf } from '../../bulletins/audience/audience.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { WorkRepository } from '../work/work.repository.js';
import { resultOf, type WorkResult } from './result.model.js';
import type { WorksCallRow } from './works-call.entity.js';
import { onlooker, requirePossible, takesVotes, worksCallProblems } from './works-call.model.js';
import { WorksCallDueWork } from './works-call.due.js';
import { idsOf, WorksCallPresenter } from './works-call-presenter.js';
import { type WorksCallRecord, WorksCallRepository } from './works-call.repository.js';

/** Officers call for works, name the jury and close; members vote. */
@Injectable()
export class WorksCallService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: WorksCallRepository,
    private readonly works: WorkRepository,
    private readonly references: ReferenceRepository,
    private readonly presenter: WorksCallPresenter,
    private readonly work: WorksCallDueWork,
  ) {}

  @Handles(worksCallContract.create)
  create(request: CreateWorksCall, call: CallContext): Promise<Outcome<WorksCallView>> {
    return this.transactions.command(call, worksCallContract.create, request, async (tx) => {
      const { unionId, ...definition } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageWorksCalls, { paths: union === null ? [] : [union.path] });
      if (union === null) throw new DomainError('NOT_FOUND');
      const row: WorksCallRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'draft',
        ...defined(definition, unionId),
        voters: null,
        cancelReason: null,
        createdBy: tx.personId,
      };
      await this.calls.insert(tx, row);
      return this.saved(tx, null, row);
    });
  }

  @Handles(worksCallContract.change)
  change(request: ChangeWorksCall, call: CallContext): Promise<Outcome<WorksCallView>> {
    return this.transactions.command(call, worksCallContract.change, request, async (tx) => {
      const { worksCallId, ...definition } = request;
      const before = await this.lock(tx, worksCallId, 'change');
      return this.save(tx, before, defined(definition, before.unionId));
    });
  }

  @Handles(worksCallContract.publish)
  publish(request: WorksCallId, call: CallContext): Promise<Outcome<WorksCallView>> {
    return this.transactions.command(call, worksCallContract.publish, request, async (tx) => {
      const before = await this.lock(tx, request.worksCallId, 'publish');
      if (before.submitUntil <= tx.now) throw new DomainError('WORKS_CALL_OVER');
      const jurors = await this.calls.jurors(tx, before.id);
      if (before.criteria.length > 0 && jurors.length === 0) throw new DomainError('WORKS_JURORS_MISSING');
      await this.tellJurors(
        tx,
        before,
        jurors.map(({ personId }) => personId),
      );
      return this.save(tx, before, { state: 'open' });
    });
  }

  @Handles(worksCallContract.cancel)
  cancel({ worksCallId, reason }: CancelWorksCall, call: CallContext): Promise<Outcome<WorksCallView>> {
    return this.transactions.command(call, worksCallContract.cancel, { worksCallId, reason }, async (tx) => {
      const before = await this.lock(tx, worksCallId, 'cancel');
      await this.tellAuthors(tx, before, 'worksCallCancelled', await this.works.authors(tx, worksCallId));
      return this.save(tx, before, { state: 'cancelled', cancelReason: reason });
    });
  }

  /** Those who stay keep their seats. */
  @Handles(worksCallContract.nameJurors)
  nameJurors(
    { worksCallId, personIds }: NameWorksJurors,
    call: CallContext,
  ): Promise<Outcome<WorksCallView>> {
    const request = { worksCallId, personIds };
    return this.transactions.command(call, worksCallContract.nameJurors, request, async (tx) => {
      const before = await this.lock(tx, worksCallId, 'nameJurors');
      const jurors = await this.calls.jurors(tx, worksCallId);
      const wanted = new Set(personIds);
      const added = [...wanted].filter((id) => jurors.every(({ personId }) => personId !== id));
      await this.requireFit(tx, before, { wanted: wanted.size, added });
      await this.calls.removeJurors(
        tx,
        jurors.filter(({ personId }) => !wanted.has(personId)).map(({ id }) => id),
      );
      await this.calls.addJurors(
        tx,
        added.map((personId) => ({ id: newId(), callId: worksCallId, personId, namedBy: tx.personId })),
      );
      if (before.state === 'open') await this.tellJurors(tx, before, added);
      return this.save(tx, before, {});
    });
  }

  /** Holds the call instead of locking it: thousands vote at once, and whoever closes it waits for the last of them. */
  @Handles(worksCallContract.vote)
  vote({ worksCallId, workIds }: CastWorksBallot, call: CallContext): Promise<Outcome<WorksCallView>> {
    const request = { worksCallId, workIds };
    return this.transactions.command(call, worksCallContract.vote, request, async (tx) => {
      const { roles } = await this.presenter.visible(tx, worksCallId);
      if (!roles.isAddressed) throw new DomainError('WORKS_NOT_FOR_YOU');
      const held = await this.calls.hold(tx, worksCallId);
      if (held === null || !takesVotes(held, tx.now)) throw new DomainError('WORKS_VOTE_CLOSED');
      await this.requireVotable(tx, held, workIds);
      await this.calls.putBallot(tx, { callId: worksCallId, personId: tx.personId, workIds, castAt: tx.now });
      // Not for whom: the trail of acts would be a list of votes.
      tx.audit({ noun: 'works-ballot', id: worksCallId, before: null, after: { chosen: workIds.length } });
      return this.presenter.view(tx, worksCallId);
    });
  }

  @Handles(worksCallContract.result)
  result({ worksCallId }: WorksCallId, call: CallContext): Promise<WorksResultView> {
    return this.transactions.read(call, async (tx) => {
      const { call: found, roles } = await this.presenter.visible(tx, worksCallId);
      requirePossible('seeResult', found.state);
      if (found.state !== 'awarded' && !roles.isOfficer) throw new DomainError('NOT_PERMITTED');
      return found.state === 'awarded' ? this.standing(tx, found) : this.counted(tx, found);
    });
  }

  @Handles(worksCallContract.close)
  close({ worksCallId }: WorksCallId, call: CallContext): Promise<Outcome<WorksCallView>> {
    return this.transactions.command(call, worksCallContract.close, { worksCallId }, async (tx) => {
      const before = await this.lock(tx, worksCallId, 'close');
      if ((await this.works.countIn(tx, worksCallId, 'sent')) > 0) throw new DomainError('WORKS_UNDECIDED');
      const { voters, works } = await this.counted(tx, before);
      if (before.criteria.length > 0 && works.some(({ juryScore }) => juryScore === null))
        throw new DomainError('WORKS_UNSCORED');
      await this.works.award(tx, works);
      await this.tellResult(tx, before, works);
      return this.save(tx, before, { state: 'awarded', voters });
    });
  }

  @Handles(worksCallContract.get)
  get({ worksCallId }: WorksCallId, call: CallContext): Promise<WorksCallView> {
    return this.transactions.read(call, (tx) => this.presenter.view(tx, worksCallId));
  }

  @Handles(worksCallContract.list)
  list({ state, ...filter }: ListWorksCalls, call: CallContext): Promise<Page<WorksCallLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.takePart, {});
      if (state !== undefined) {
        const paths = reachOf(call.actor, actions.manageWorksCalls);
        return this.page(await this.calls.ofUnions(tx, { ...filter, paths, state }), filter.limit);
      }
      const upwards = await this.references.unionsUpwards(tx, call.actor?.unionPath ?? null);
      const keys = keysOf(call.actor?.unionId ?? null, upwards);
      return this.page(await this.calls.shownTo(tx, keys, filter), filter.limit);
    });
  }

  @Handles(worksCallContract.getPublic)
  getPublic({ worksCallId }: WorksCallId, call: CallContext): Promise<WorksCallView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.viewOf(tx, await this.presenter.shownToAnybody(tx, worksCallId), onlooker),
    );
  }

  @Handles(worksCallContract.resultPublic)
  resultPublic({ worksCallId }: WorksCallId, call: CallContext): Promise<WorksResultView> {
    return this.transactions.read(call, async (tx) => {
      const found = await this.presenter.shownToAnybody(tx, worksCallId);
      if (found.state !== 'awarded') throw new DomainError('WORKS_CALL_STATE');
      return this.standing(tx, found);
    });
  }

  @Handles(worksCallContract.listPublic)
  listPublic(request: ListPublicWorksCalls, call: CallContext): Promise<Page<WorksCallLine>> {
    return this.transactions.read(call, async (tx) =>
      this.page(await this.calls.shownTo(tx, keysOf(null, []), request), request.limit),
    );
  }

  @Handles(worksCallContract.listToJudge)
  listToJudge(request: PageRequest, call: CallContext): Promise<Page<WorksCallLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.takePart, {});
      return this.page(await this.calls.judgedBy(tx, tx.personId, request), request.limit);
    });
  }

  private page(records: readonly WorksCallRecord[], limit: number | undefined): Page<WorksCallLine> {
    const page = toPage(records, { limit, cursorOf: ({ id }) => [id] });
    return { ...page, items: page.items.map((one) => this.presenter.line(one)) };
  }

  /** @throws DomainError `WORKS_JUROR_UNFIT`, `WORKS_JURORS_MISSING` */
  private async requireFit(
    tx: Transaction,
    row: WorksCallRow,
    { wanted, added }: { readonly wanted: number; readonly added: readonly string[] },
  ): Promise<void> {
    const fit = await this.calls.fitAsJurors(tx, row.id, added);
    if (added.includes(tx.personId) || fit.length < added.length)
      throw new DomainError('WORKS_JUROR_UNFIT', { pointer: '/personIds' });
    if (row.state === 'open' && row.criteria.length > 0 && wanted === 0)
      throw new DomainError('WORKS_JURORS_MISSING');
  }

  /** @throws DomainError `WORKS_VOTES_MAX`, `WORKS_VOTE_UNFIT` */
  private async requireVotable(
    tx: Transaction,
    { id, votesPerPerson }: WorksCallRow,
    workIds: readonly string[],
  ): Promise<void> {
    if (workIds.length > votesPerPerson)
      throw new DomainError('WORKS_VOTES_MAX', { pointer: '/workIds', params: { max: votesPerPerson } });
    // A work that is chosen twice is counted once here, and is refused as well.
    const votable = await this.works.votable(tx, id, { workIds, personIds: idsOf(tx) });
    if (votable < workIds.length) throw new DomainError('WORKS_VOTE_UNFIT', { pointer: '/workIds' });
  }

  /** As scores and votes are now. */
  private async counted(tx: Transaction, row: WorksCallRow): Promise<WorksResultView> {
    const { voters, votes } = await this.calls.tally(tx, row.id);
    const works = await this.works.judged(tx, row.id);
    const judged = works.map((one) => ({ ...one, votes: votes.get(one.workId) ?? 0 }));
    const titles = new Map(works.map(({ workId, title }) => [workId, title]));
    const result = resultOf(judged, row);
    return { voters, works: result.map((one) => ({ ...one, title: titles.get(one.workId) ?? '' })) };
  }

  /** As it was when the call was closed. */
  private async standing(tx: Transaction, { id, voters }: WorksCallRow): Promise<WorksResultView> {
    const works = (await this.works.awarded(tx, id)).map((row) => ({
      workId: row.id,
      title: row.title,
      juryScore: row.juryScore,
      votes: row.votes ?? 0,
      score: row.score ?? 0,
      place: row.place ?? 1,
      award: row.award,
    }));
    return { voters: voters ?? 0, works };
  }

  /**
   * Locks a call for an act of an officer.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `WORKS_CALL_STATE`
   */
  private async lock(tx: Transaction, id: string, act: WorksCallAct): Promise<WorksCallRow> {
    const row = await this.calls.lock(tx, id);
    const { roles } = await this.presenter.visible(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (!roles.isOfficer) throw new DomainError('NOT_PERMITTED');
    requireVersion(tx, row.version);
    requirePossible(act, row.state);
    return row;
  }

  private async save(
    tx: Transaction,
    before: WorksCallRow,
    changes: Partial<WorksCallRow>,
  ): Promise<WorksCallView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.calls.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(
    tx: Transaction,
    before: WorksCallRow | null,
    row: WorksCallRow,
  ): Promise<WorksCallView> {
    await this.work.follow(tx, row);
    tx.audit({ noun: 'works-call', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.presenter.view(tx, row.id);
  }

  private tellJurors(tx: Transaction, row: WorksCallRow, personIds: readonly string[]): Promise<void> {
    return raiseNotices(tx, 'affairs', [
      {
        kind: 'workJurorNamed',
        why: 'onJury',
        personIds,
        about: { worksCallId: row.id },
        title: row.title,
        values: { at: row.judgeFrom.toISOString() },
        cause: `workJurorNamed/${row.id}`,
      },
    ]);
  }

  private tellAuthors(
    tx: Transaction,
    { id, title }: WorksCallRow,
    kind: 'worksCallCancelled' | 'worksCallAwarded',
    personIds: readonly string[],
  ): Promise<void> {
    const about = { worksCallId: id };
    return raiseNotices(tx, 'affairs', [
      { kind, why: 'sentWork', personIds, about, title, cause: `${kind}/${id}` },
    ]);
  }

  /** Each award is told by itself; who has none learns that the result is there. */
  private async tellResult(
    tx: Transaction,
    row: WorksCallRow,
    results: readonly WorkResult[],
  ): Promise<void> {
    const authors = new Map((await this.works.awarded(tx, row.id)).map(({ id, personId }) => [id, personId]));
    const awarded = results.flatMap(({ workId, award }) => {
      const personId = authors.get(workId);
      return award === null || personId === undefined ? [] : [{ workId, award, personId }];
    });
    const winners = new Set(awarded.map(({ personId }) => personId));
    const others = [...authors.values()].filter((id) => !winners.has(id));
    await this.tellAuthors(tx, row, 'worksCallAwarded', others);
    await raiseNotices(
      tx,
      'affairs',
      awarded.map(({ workId, award, personId }) => ({
        kind: 'workAwarded',
        why: 'sentWork',
        personIds: [personId],
        about: { worksCallId: row.id },
        title: row.title,
        values: { award },
        cause: `workAwarded/${workId}`,
      })),
    );
  }
}

/** @throws DomainError `WORKS_CALL_INVALID` with what is wrong */
function defined(
  definition: WorksCallDefinition,
  unionId: string,
): Omit<WorksCallRow, 'id' | 'version' | 'unionId' | 'state' | 'voters' | 'cancelReason' | 'createdBy'> {
  const errors = worksCallProblems(definition);
  if (errors.length > 0) throw new DomainError('WORKS_CALL_INVALID', { errors });
  const { submitFrom, submitUntil, judgeFrom, judgeUntil, ...words } = definition;
  return {
    ...words,
    pinyin: pinyinOf(words.title),
    audienceKey: audienceKeyOf(words.audience, unionId),
    submitFrom: new Date(submitFrom),
    submitUntil: new Date(submitUntil),
    judgeFrom: new Date(judgeFrom),
    judgeUntil: new Date(judgeUntil),
  };
}

function auditedOf({
  version,
  state,
  title,
  voteShare,
  votesPerPerson,
}: WorksCallRow): Record<string, unknown> {
  return { version, state, title, voteShare, votesPerPerson };
}
