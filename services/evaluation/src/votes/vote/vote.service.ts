import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CallVote,
  type ListMyVotes,
  type ListVotes,
  type MyVoteView,
  voteContract,
  type VoteId,
  type VoteKeysView,
  type VoteView,
  votersMax,
} from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { type CallContext, DomainError, newId, secretVotersMin } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { pathsFor } from '../../reference/reading-paths.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { CandidateRepository } from './candidate.repository.js';
import { openKind } from './vote-opening.service.js';
import { myVoteView, voteKeysView, voteView } from './vote-view.js';
import type { VoteRow } from './vote.entity.js';
import { candidacyRefusal, checkChoosing, checkWindow } from './vote.model.js';
import { VoteRepository } from './vote.repository.js';
import { VoterRepository } from './voter.repository.js';

/** Secret votes: called by officers, withdrawn before they open, and read once they are closed. */
@Injectable()
export class VoteService {
  constructor(
    private readonly transactions: Transactions,
    private readonly votes: VoteRepository,
    private readonly voters: VoterRepository,
    private readonly candidates: CandidateRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * @throws DomainError `VOTE_WINDOW`, `VOTE_CANDIDATES`, `VOTE_CANDIDATE_STRANGER`, `VOTE_CANDIDATE_RETAINED`,
   *   `VOTE_ROLL_GIVEN`, `VOTE_ROLL_STRANGERS`, `VOTE_ROLL_SMALL`, `VOTE_ROLL_LARGE`
   */
  @Handles(voteContract.call)
  call(request: CallVote, call: CallContext): Promise<Outcome<VoteView>> {
    return this.transactions.command(call, voteContract.call, request, async (tx) => {
      const union = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.callVote, { paths: [union.path], visible: true });
      const row = rowOf(request, tx);
      checkChoosing(row);
      checkWindow(row.opensAt, row.closesAt, tx.now);
      const candidateIds = await this.candidatesOf(tx, request, union.path);
      const personIds = await this.rollOf(tx, request, union.path);
      await this.votes.insert(tx, row);
      await this.voters.name(tx, row.id, personIds);
      await this.candidates.insert(tx, row.id, candidateIds);
      await schedule(tx, { kind: openKind, key: row.id, at: row.opensAt });
      const view = await this.viewOf(tx, row);
      tx.audit({ noun: 'vote', id: row.id, before: null, after: { ...view, named: personIds.length } });
      return view;
    });
  }

  /** @throws DomainError `ILLEGAL_TRANSITION` once it is open: then people have voted */
  @Handles(voteContract.withdraw)
  withdraw({ voteId }: VoteId, call: CallContext): Promise<Outcome<VoteView>> {
    return this.transactions.command(call, voteContract.withdraw, { voteId }, async (tx) => {
      const vote = await this.votes.lock(tx, voteId);
      const union = await this.references.union(tx, vote.unionId);
      tx.authorise(actions.callVote, { paths: [union.path] });
      requireVersion(tx, vote.version);
      if (vote.state !== 'scheduled') throw new DomainError('ILLEGAL_TRANSITION');
      const row = await this.votes.update(tx, vote, { state: 'withdrawn', withdrawal: 'officer' });
      await unschedule(tx, openKind, voteId);
      tx.audit({ noun: 'vote', id: voteId, before: { state: vote.state }, after: { state: row.state } });
      return this.viewOf(tx, row);
    });
  }

  @Handles(voteContract.get)
  get({ voteId }: VoteId, call: CallContext): Promise<VoteView> {
    return this.transactions.read(call, async (tx) => {
      const vote = await this.votes.find(tx, voteId);
      const union = await this.references.union(tx, vote.unionId);
      const onRoll = (await this.voters.rollsOf(tx, [voteId], tx.personId)).has(voteId);
      const isShown = vote.state === 'closed' && vote.showTo === 'members';
      const { personId } = tx;
      tx.authorise(isShown ? actions.seeShownVote : actions.seeVote, {
        paths: [union.path],
        ...(onRoll ? { personId } : {}),
      });
      return this.viewOf(tx, vote);
    });
  }

  /** Returns the same keys to everybody who knows its id. */
  @Handles(voteContract.keys)
  keys({ voteId }: VoteId, call: CallContext): Promise<VoteKeysView> {
    return this.transactions.read(call, async (tx) => voteKeysView(await this.votes.find(tx, voteId)));
  }

  @Handles(voteContract.list)
  list(request: ListVotes, call: CallContext): Promise<Page<VoteView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listVotes, {});
      const reader = {
        personId: tx.personId,
        paths: pathsFor(tx, actions.seeVote),
        unionPath: tx.call.actor?.unionPath ?? null,
      };
      const rows = await this.votes.list(tx, request, reader);
      return toPage(await this.viewsOf(tx, rows), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(voteContract.listMine)
  listMine(request: ListMyVotes, call: CallContext): Promise<Page<MyVoteView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listVotes, {});
      const rows = await this.votes.listOpen(tx, tx.personId, request);
      return toPage(rows.map(myVoteView), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** @returns who stands, in the order of the ballot; nobody in a motion */
  private async candidatesOf(
    tx: Transaction,
    { candidates }: Pick<CallVote, 'candidates'>,
    path: string,
  ): Promise<readonly string[]> {
    const ids = (candidates ?? []).map(({ personId }) => personId);
    if (new Set(ids).size < ids.length) throw new DomainError('VOTE_CANDIDATES', { pointer: '/candidates' });
    const standings = await this.candidates.standingsOf(tx, ids);
    for (const [index, id] of ids.entries()) {
      const refusal = candidacyRefusal(standings.get(id) ?? [], path);
      if (refusal !== null) throw new DomainError(refusal, { pointer: `/candidates/${index}/personId` });
    }
    return ids;
  }

  /** @returns those who are named; nobody where all members vote, who are only counted until it opens */
  private async rollOf(
    tx: Transaction,
    { roll, personIds }: Pick<CallVote, 'roll' | 'personIds'>,
    path: string,
  ): Promise<readonly string[]> {
    const named = [...new Set(personIds ?? [])];
    if ((roll === 'all') !== (named.length === 0))
      throw new DomainError('VOTE_ROLL_GIVEN', { pointer: '/personIds' });
    if (roll === 'all') {
      requireSize(await this.voters.countMembers(tx, path));
      return [];
    }
    const strangers = named.length - (await this.voters.countActive(tx, named, path));
    if (strangers > 0)
      throw new DomainError('VOTE_ROLL_STRANGERS', { pointer: '/personIds', params: { count: strangers } });
    requireSize(named.length);
    return named;
  }

  private async viewOf(tx: Transaction, row: VoteRow): Promise<VoteView> {
    const [view] = await this.viewsOf(tx, [row]);
    if (view === undefined) throw new Error('one row has one view');
    return view;
  }

  private async viewsOf(tx: Transaction, rows: readonly VoteRow[]): Promise<VoteView[]> {
    const ids = rows.map(({ id }) => id);
    const rolls = await this.voters.rollsOf(tx, ids, tx.personId);
    const unions = await this.references.unions(
      tx,
      rows.map(({ unionId }) => unionId),
    );
    const held = pathsFor(tx, actions.callVote);
    return rows.map((row) => {
      const { name: unionName = '', path = '' } = unions.get(row.unionId) ?? {};
      const mayCall = held.some((from) => path.startsWith(from));
      return voteView(row, { unionName, onRoll: rolls.has(row.id), mayCall });
    });
  }
}

/** @throws DomainError `VOTE_ROLL_SMALL`, `VOTE_ROLL_LARGE` */
function requireSize(count: number): void {
  if (count < secretVotersMin)
    throw new DomainError('VOTE_ROLL_SMALL', {
      pointer: '/personIds',
      params: { count, least: secretVotersMin },
    });
  if (count > votersMax)
    throw new DomainError('VOTE_ROLL_LARGE', { pointer: '/roll', params: { count, most: votersMax } });
}

function rowOf(request: CallVote, tx: Transaction): VoteRow {
  return {
    id: newId(),
    version: 1,
    unionId: request.unionId,
    calledBy: tx.personId,
    title: request.title,
    text: request.text,
    kind: request.kind,
    candidates: request.candidates?.map(({ name }) => name.trim()) ?? null,
    seats: request.seats ?? null,
    roll: request.roll,
    quorum: request.quorum,
    majority: request.majority,
    showTo: request.showTo,
    state: 'scheduled',
    withdrawal: null,
    publicKey: null,
    privateKey: null,
    sealingKey: null,
    opensAt: new Date(request.opensAt),
    closesAt: new Date(request.closesAt),
    closedAt: null,
    entitled: null,
    result: null,
    createdAt: tx.now,
  };
}
