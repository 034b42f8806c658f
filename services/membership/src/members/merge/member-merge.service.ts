import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CompareMembers,
  type CountedApproval,
  type CountedMemberMerge,
  type ListMemberMerges,
  type ListMergeCandidates,
  memberMergeContract,
  type MemberMergeId,
  type MemberMergeState,
  type MemberMergeView,
  type MergeCandidateView,
  type MergeComparisonView,
  mergeUndoDays,
  type RefuseMemberMerge,
  type ServiceReferencesView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import {
  type CountReferences,
  membershipPersonMerge,
  mergeServices,
  personMergeEvents,
  type ReferencesView,
} from '@gongxiang/contracts/words/person-merge';
import { type CallContext, dayMs, DomainError, newId, reachOf } from '@gongxiang/domain';
import { recordEvent, referencesOf } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  addAlias,
  canonicalJson,
  decodeCursor,
  lockMerges,
  requireVersion,
  rowsFor,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { actions } from '../actions.js';
import type { MemberMergeRow } from './member-merge.entity.js';
import { isCandidate, nearestAbove, requireAnother, requireTransition } from './member-merge.model.js';
import { MemberMergePresenter } from './member-merge-presenter.js';
import {
  MemberMergeRepository,
  type MergePerson,
  type MergeRecord,
  type Pair,
} from './member-merge.repository.js';
import { MergeProgress } from './merge-progress.js';
import { MergeSteps } from './merge-steps.js';

/** Pairs compared in one page of candidates at most: similar numbers can be told only once they are opened. */
const comparedMax = 2_000;

/** Two records of one person: finds them, and merges them by the decision of two officers. */
@Injectable()
export class MemberMergeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly merges: MemberMergeRepository,
    private readonly presenter: MemberMergePresenter,
    private readonly steps: MergeSteps,
    private readonly progress: MergeProgress,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(memberMergeContract.candidates)
  candidates(request: ListMergeCandidates, call: CallContext): Promise<Page<MergeCandidateView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(tx.call.actor, actions.seeMerges);
      tx.authorise(actions.seeMerges, { paths, visible: true });
      const rowsMax = rowsFor(request.limit);
      const found: FoundPair[] = [];
      const [first, second] = decodeCursor(request.cursor, 2) ?? [null, null];
      let after = first === null ? null : { first: String(first), second: String(second) };
      for (let compared = 0; compared < comparedMax && found.length < rowsMax;) {
        const asked = { paths, personId: request.personId ?? null, after };
        const pairs = await this.merges.pairs(tx, asked, pairsAtOnce);
        found.push(...(await this.likely(tx, paths, pairs)));
        if (pairs.length < pairsAtOnce) break;
        compared += pairs.length;
        after = pairs.at(-1) ?? null;
      }
      const { limit } = request;
      const page = toPage(found.slice(0, rowsMax), {
        limit,
        cursorOf: ({ pair }) => [pair.first, pair.second],
      });
      return { ...page, items: page.items.map(({ pair: _pair, ...view }) => view) };
    });
  }

  /** Those of these pairs that share more than a name, and that the caller may see. */
  private async likely(
    tx: Transaction,
    paths: readonly string[],
    pairs: readonly Pair[],
  ): Promise<FoundPair[]> {
    const people = await this.merges.people(tx, [
      ...new Set(pairs.flatMap(({ first, second }) => [first, second])),
    ]);
    return pairs.flatMap((pair): FoundPair[] => {
      const one = people.get(pair.first);
      const other = people.get(pair.second);
      if (one === undefined || other === undefined || !isReached(paths, one, other)) return [];
      const reasons = this.presenter.reasonsOf(one, other);
      if (!isCandidate(reasons)) return [];
      const [older, newer] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
      return [
        {
          first: this.presenter.personView(tx, older),
          second: this.presenter.personView(tx, newer),
          reasons,
          pair,
        },
      ];
    });
  }

  @Handles(memberMergeContract.compare)
  compare(request: CompareMembers, call: CallContext): Promise<MergeComparisonView> {
    return this.transactions.read(call, async (tx) => {
      const { survivor, merged } = await this.authorisedPair(tx, request);
      return {
        survivor: this.presenter.personView(tx, survivor),
        merged: this.presenter.personView(tx, merged),
        reasons: this.presenter.reasonsOf(survivor, merged),
      };
    });
  }

  @Handles(membershipPersonMerge.count)
  count(request: CountReferences, call: CallContext): Promise<ReferencesView> {
    const { plan } = this.steps;
    const warnings = (tx: Transaction, asked: CountReferences) => this.steps.warnings(tx, asked);
    return this.transactions.read(call, async (tx) => {
      await this.authorisedPair(tx, { survivorId: request.into, mergedId: request.from });
      return referencesOf(tx, { plan, warnings }, request);
    });
  }

  @Handles(memberMergeContract.propose)
  propose(request: CountedMemberMerge, call: CallContext): Promise<Outcome<MemberMergeView>> {
    const comparable = { keyed: this.personalData.hash('request', canonicalJson(withoutCounts(request))) };
    const work = async (tx: Transaction): Promise<MemberMergeView> => {
      const { survivorId, mergedId } = request;
      const { path } = await this.authorisedPair(tx, request);
      requireAllAnswered(request.preview);
      await this.steps.lock(tx, { from: mergedId, into: survivorId });
      if (await this.merges.isUnderWay(tx, [survivorId, mergedId])) throw new DomainError('MERGE_UNDER_WAY');
      await this.requireNoCorrection(tx, [survivorId, mergedId]);
      const union = await this.merges.unionAt(tx, path);
      if (union === null) throw new DomainError('NOT_FOUND');
      const row: MemberMergeRow = {
        id: newId(),
        version: 1,
        state: 'proposed',
        survivorId,
        mergedId,
        unionId: union.id,
        nameOf: request.name,
        numberOf: request.residentNumber,
        phoneOf: request.phone,
        sealedReason: this.presenter.seal(survivorId, request.reason),
        sealedAnswer: null,
        preview: request.preview,
        proposedBy: tx.personId,
        proposedAt: tx.now,
        decidedBy: null,
        decidedAt: null,
        undoUntil: null,
        undoneBy: null,
      };
      await this.merges.insert(tx, row);
      tx.audit({ noun: 'memberMerge', id: row.id, before: null, after: auditedOf(row) });
      await awaitsMayChange(tx, 'memberMerge', row.id);
      return this.view(tx, row.id);
    };
    return this.transactions.command(call, memberMergeContract.propose, comparable, work, {
      keep: withoutValues,
    });
  }

  @Handles(memberMergeContract.get)
  get(request: MemberMergeId, call: CallContext): Promise<MemberMergeView> {
    return this.transactions.read(call, async (tx) => {
      await this.find(tx, request.mergeId);
      return this.view(tx, request.mergeId);
    });
  }

  @Handles(memberMergeContract.list)
  list(request: ListMemberMerges, call: CallContext): Promise<Page<MemberMergeView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(tx.call.actor, actions.seeMerges);
      tx.authorise(actions.seeMerges, { paths, visible: true });
      const rows = await this.merges.list(tx, paths, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: await this.presenter.viewsOf(tx, page.items) };
    });
  }

  @Handles(memberMergeContract.approve)
  approve(request: CountedApproval, call: CallContext): Promise<Outcome<MemberMergeView>> {
    const comparable = { mergeId: request.mergeId };
    const work = async (tx: Transaction): Promise<MemberMergeView> => {
      const before = await this.toDecide(tx, request.mergeId, 'applying');
      requireAllAnswered(request.preview);
      await lockMerges(tx);
      const asked = { mergeId: before.id, from: before.mergedId, into: before.survivorId };
      await this.steps.lock(tx, asked);
      await this.requireNoCorrection(tx, [asked.from, asked.into]);
      const merge = await addAlias(tx, asked);
      if (merge === null || merge.into !== before.survivorId) throw new DomainError('MERGE_UNDER_WAY');
      await this.steps.apply(tx, before, merge);
      const version = (await this.steps.publish(tx, [merge.into])).get(merge.into) ?? 1;
      await recordEvent(tx, personMergeEvents.merged, before.mergedId, { ...asked, version });
      await this.progress.lookAgain(tx, asked);
      return this.decide(tx, before, {
        state: 'applying',
        preview: request.preview,
        undoUntil: new Date(tx.now.getTime() + mergeUndoDays * dayMs),
      });
    };
    return this.transactions.command(call, memberMergeContract.approve, comparable, work, {
      keep: withoutValues,
    });
  }

  @Handles(memberMergeContract.refuse)
  refuse(request: RefuseMemberMerge, call: CallContext): Promise<Outcome<MemberMergeView>> {
    const work = async (tx: Transaction): Promise<MemberMergeView> => {
      const before = await this.toDecide(tx, request.mergeId, 'refused');
      const sealedAnswer = this.presenter.seal(before.survivorId, request.reason);
      return this.decide(tx, before, { state: 'refused', sealedAnswer });
    };
    const options = { keep: withoutValues };
    return this.transactions.command(call, memberMergeContract.refuse, this.keyed(request), work, options);
  }

  @Handles(memberMergeContract.withdraw)
  withdraw(request: MemberMergeId, call: CallContext): Promise<Outcome<MemberMergeView>> {
    const work = async (tx: Transaction): Promise<MemberMergeView> => {
      const before = await this.locked(tx, request.mergeId);
      if (before.proposedBy !== tx.personId) throw new DomainError('NOT_PERMITTED');
      requireTransition(before.state, 'withdrawn');
      return this.decide(tx, before, { state: 'withdrawn' });
    };
    return this.transactions.command(call, memberMergeContract.withdraw, request, work, {
      keep: withoutValues,
    });
  }

  @Handles(memberMergeContract.undo)
  undo(request: RefuseMemberMerge, call: CallContext): Promise<Outcome<MemberMergeView>> {
    const work = async (tx: Transaction): Promise<MemberMergeView> => {
      const before = await this.locked(tx, request.mergeId);
      tx.authorise(actions.decideMerge, { paths: [before.unionPath], visible: true });
      requireTransition(before.state, 'undoing');
      if (before.undoUntil === null || tx.now >= before.undoUntil) throw new DomainError('MERGE_UNDO_LATE');
      const merge = { mergeId: before.id, from: before.mergedId, into: before.survivorId };
      await this.progress.undoOwn(tx, merge);
      const versions = await this.steps.publish(tx, [merge.from, merge.into]);
      const version = versions.get(merge.into) ?? 1;
      await recordEvent(tx, personMergeEvents.unmerged, merge.from, { ...merge, version });
      const sealedAnswer = this.presenter.seal(before.survivorId, request.reason);
      return this.save(tx, before, { state: 'undoing', undoneBy: tx.personId, sealedAnswer });
    };
    const options = { keep: withoutValues };
    return this.transactions.command(call, memberMergeContract.undo, this.keyed(request), work, options);
  }

  /** @throws DomainError `NOT_FOUND` if the caller is no officer above both; `MERGE_SAME_RECORD` */
  private async authorisedPair(
    tx: Transaction,
    { survivorId, mergedId }: CompareMembers,
  ): Promise<{ readonly survivor: MergePerson; readonly merged: MergePerson; readonly path: string }> {
    const people = await this.merges.people(tx, [survivorId, mergedId]);
    const survivor = people.get(survivorId);
    const merged = people.get(mergedId);
    const path = nearestAbove(survivor?.unionPath ?? null, merged?.unionPath ?? null);
    tx.authorise(actions.proposeMerge, { paths: [path] });
    if (survivor === undefined || merged === undefined) throw new DomainError('NOT_FOUND');
    if (survivorId === mergedId) throw new DomainError('MERGE_SAME_RECORD', { pointer: '/mergedId' });
    return { survivor, merged, path };
  }

  /** @throws DomainError `MERGE_CORRECTION_WAITS` */
  private async requireNoCorrection(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (await this.merges.isCorrected(tx, ids)) throw new DomainError('MERGE_CORRECTION_WAITS');
  }

  private async find(tx: Transaction, id: string): Promise<MergeRecord> {
    const record = await this.merges.findById(tx, id);
    tx.authorise(actions.seeMerges, { paths: record === null ? [] : [record.unionPath] });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async locked(tx: Transaction, id: string): Promise<MergeRecord> {
    const record = await this.find(tx, id);
    const row = await this.merges.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return { ...record, ...row };
  }

  private async toDecide(tx: Transaction, id: string, to: MemberMergeState): Promise<MergeRecord> {
    const before = await this.locked(tx, id);
    requireAnother(before, tx.personId);
    tx.authorise(actions.decideMerge, { paths: [before.unionPath], visible: true });
    requireTransition(before.state, to);
    return before;
  }

  private decide(
    tx: Transaction,
    before: MergeRecord,
    to: Partial<MemberMergeRow>,
  ): Promise<MemberMergeView> {
    return this.save(tx, before, { ...to, decidedBy: tx.personId, decidedAt: tx.now });
  }

  private async save(
    tx: Transaction,
    before: MergeRecord,
    to: Partial<MemberMergeRow>,
  ): Promise<MemberMergeView> {
    const { unionName: _name, unionPath: _path, ...known } = before;
    const row: MemberMergeRow = { ...known, ...to, version: before.version + 1 };
    await this.merges.update(tx, row);
    tx.audit({ noun: 'memberMerge', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    await awaitsMayChange(tx, 'memberMerge', row.id);
    return this.view(tx, row.id);
  }

  private async view(tx: Transaction, id: string): Promise<MemberMergeView> {
    const record = await this.merges.findById(tx, id);
    const [view] = record === null ? [] : await this.presenter.viewsOf(tx, [record]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  private keyed(request: RefuseMemberMerge): { keyed: string } {
    return { keyed: this.personalData.hash('request', canonicalJson(request)) };
  }
}

const pairsAtOnce = 500;

type FoundPair = MergeCandidateView & { readonly pair: Pair };

/** Across unions only the officers above both see a pair. */
function isReached(paths: readonly string[], one: MergePerson, other: MergePerson): boolean {
  const place = nearestAbove(one.unionPath, other.unionPath);
  return paths.some((path) => place.startsWith(path));
}

/** @throws DomainError `MERGE_SERVICE_SILENT` with the services that have not answered */
function requireAllAnswered(preview: readonly ServiceReferencesView[]): void {
  const silent = mergeServices.filter(
    (service) => !preview.some((one) => one.service === service && one.answered),
  );
  if (silent.length > 0)
    throw new DomainError('MERGE_SERVICE_SILENT', {
      params: { services: silent.join(', ') },
      retryAfterSeconds: 5,
    });
}

/** A repeated request is the same one although the counts may differ by then. */
function withoutCounts({ preview: _preview, ...request }: CountedMemberMerge): object {
  return request;
}

function auditedOf(row: MemberMergeRow): Record<string, unknown> {
  const { version, state, survivorId, mergedId, unionId, nameOf, numberOf, phoneOf } = row;
  return { version, state, survivorId, mergedId, unionId, nameOf, numberOf, phoneOf };
}

/** The answer stored for replays contains neither names nor what officers wrote. */
function withoutValues(view: MemberMergeView): MemberMergeView {
  const hidden = { name: '*', residentNumber: null, phone: null };
  return {
    ...view,
    survivor: { ...view.survivor, ...hidden },
    merged: { ...view.merged, ...hidden },
    reason: '*',
    answer: view.answer === null ? null : '*',
  };
}
