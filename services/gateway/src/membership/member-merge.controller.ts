import { Controller } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import {
  CompareMembers,
  memberMergeContract,
  MemberMergeId,
  type MemberMergeView,
  MergePreviewView,
  ProposeMemberMerge,
  type ServiceReferencesView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import {
  evaluationPersonMerge,
  affairsPersonMerge,
  notificationPersonMerge,
  membershipPersonMerge,
  settlementPersonMerge,
  sharingPersonMerge,
} from '@gongxiang/contracts/words/person-merge';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askEveryService } from './ask-every-service.js';

const counts = {
  membership: membershipPersonMerge.count,
  sharing: sharingPersonMerge.count,
  settlement: settlementPersonMerge.count,
  evaluation: evaluationPersonMerge.count,
  notification: notificationPersonMerge.count,
  affairs: affairsPersonMerge.count,
} as const;

const preview = query('operations.preview-member-merge', CompareMembers, MergePreviewView, {
  http: 'GET member-merges/preview',
  tag: 'members',
  summary: 'Counts every reference to the record that would be merged, in every service; changes nothing',
});

/** Merges concern every service: each is asked what it has of a person before anything is decided. */
@Controller()
export class MemberMergeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(preview)
  async preview(
    @Input() request: CompareMembers,
    @Call() call: CallContext,
  ): Promise<{ readonly body: MergePreviewView; readonly existing: boolean }> {
    const services = await this.countAll(request, call);
    return { body: { complete: services.every(({ answered }) => answered), services }, existing: false };
  }

  @Endpoint(memberMergeContract.propose, { request: ProposeMemberMerge })
  async propose(
    @Input() request: ProposeMemberMerge,
    @Call() call: CallContext,
  ): Promise<Outcome<MemberMergeView>> {
    const counted = { ...request, preview: await this.countAll(request, call) };
    return this.rpc.call(memberMergeContract.propose, counted, call);
  }

  @Endpoint(memberMergeContract.approve, { request: MemberMergeId })
  async approve(
    @Input() { mergeId }: MemberMergeId,
    @Call() call: CallContext,
  ): Promise<Outcome<MemberMergeView>> {
    const { body } = await this.rpc.call(memberMergeContract.get, { mergeId }, asQuery(call));
    const pair = { survivorId: body.survivor.personId, mergedId: body.merged.personId };
    const counted = { mergeId, preview: await this.countAll(pair, call) };
    return this.rpc.call(memberMergeContract.approve, counted, call);
  }

  /** @throws DomainError what membership refuses: the caller is no officer above both */
  private async countAll(
    { survivorId, mergedId }: CompareMembers,
    call: CallContext,
  ): Promise<ServiceReferencesView[]> {
    await this.rpc.call(memberMergeContract.compare, { survivorId, mergedId }, asQuery(call));
    const asked = { from: mergedId, into: survivorId };
    return askEveryService(call, (service, within) => this.rpc.call(counts[service], asked, within), {
      counts: [],
      warnings: [],
    });
  }
}

function asQuery(call: CallContext): CallContext {
  return { ...call, idempotencyKey: null, ifMatch: null };
}
