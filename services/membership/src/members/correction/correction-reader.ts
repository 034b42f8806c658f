import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  correctionContract,
  type CorrectionId,
  type CorrectionPaperView,
  type CorrectionView,
  type ListCorrections,
} from '@gongxiang/contracts/membership/members/correction.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { MemberPresenter } from '../member/member-presenter.js';
import { MemberRepository } from '../member/member.repository.js';
import { CorrectionPresenter } from './correction-presenter.js';
import {
  type CorrectionRecord,
  CorrectionRepository,
  type CorrectionScope,
} from './correction.repository.js';

/** Reads corrections: those of one's own record, and those of people of one's unions. */
@Injectable()
export class CorrectionReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly corrections: CorrectionRepository,
    private readonly unions: UnionRepository,
    private readonly presenter: CorrectionPresenter,
    private readonly members: MemberPresenter,
    private readonly memberships: MemberRepository,
  ) {}

  @Handles(correctionContract.get)
  get({ correctionId }: CorrectionId, call: CallContext): Promise<CorrectionView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.viewOf(tx, await this.find(tx, correctionId)),
    );
  }

  @Handles(correctionContract.list)
  list(request: ListCorrections, call: CallContext): Promise<Page<CorrectionView>> {
    return this.transactions.read(call, async (tx) => {
      const scope = await this.scopeOf(tx, request);
      const sought = request.q === undefined ? null : this.members.searchHashes(request.q);
      const records = await this.corrections.list(tx, scope, {
        ...request,
        sought,
        waitingFor: request.waitingForMe ? tx.personId : null,
      });
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => this.presenter.viewOf(tx, record)) };
    });
  }

  @Handles(correctionContract.getPaper)
  getPaper({ correctionId }: CorrectionId, call: CallContext): Promise<CorrectionPaperView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.find(tx, correctionId);
      const { paperKey: fileKey, paperSha256: sha256, proposedBy: ownerId } = record;
      const isShown = this.presenter.viewOf(tx, record).hasPaper;
      if (!isShown || fileKey === null || sha256 === null) throw new DomainError('NOT_FOUND');
      return { fileKey, ownerId, sha256 };
    });
  }

  /** A correction that the caller may not see is NOT_FOUND. */
  async find(tx: Transaction, id: string): Promise<CorrectionRecord> {
    const record = await this.corrections.findById(tx, id);
    const isProposer = record !== null && record.proposedBy === tx.personId;
    const personId = (isProposer ? record.proposedBy : record?.personId) ?? '';
    tx.authorise(actions.seeCorrection, { paths: record ? [record.unionPath] : [], personId });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  async viewOf(tx: Transaction, id: string): Promise<CorrectionView> {
    const record = await this.corrections.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.viewOf(tx, record);
  }

  private async scopeOf(tx: Transaction, request: ListCorrections): Promise<CorrectionScope> {
    if (request.mine) {
      tx.authorise(actions.askCorrection, {});
      return { personId: tx.personId };
    }
    if (request.memberId !== undefined) return this.scopeOfMember(tx, request.memberId);
    const paths = await this.pathsOf(tx, request.union);
    tx.authorise(actions.listCorrections, { paths, visible: true });
    return { paths };
  }

  /** A union sees what was corrected before the person came to it, and nothing of after they left. */
  private async scopeOfMember(tx: Transaction, memberId: string): Promise<CorrectionScope> {
    const member = await this.memberships.findById(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(actions.listCorrections, { paths: subject.paths, visible: true });
    if (member === null) throw new DomainError('NOT_FOUND', { pointer: '/memberId' });
    const { personId, unionId } = member;
    return member.state === 'ended' ? { personId, unionId } : { personId };
  }

  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.listCorrections);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }
}
