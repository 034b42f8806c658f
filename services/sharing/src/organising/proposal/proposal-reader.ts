import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListWaitingProposalsRequest,
  proposalContract,
  type WaitingProposalView,
} from '@gongxiang/contracts/sharing/organising/proposal.contract';
import { type CallContext, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ProposalRepository } from './proposal.repository.js';

@Injectable()
export class ProposalReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly proposals: ProposalRepository,
  ) {}

  @Handles(proposalContract.waiting)
  waiting(request: ListWaitingProposalsRequest, call: CallContext): Promise<Page<WaitingProposalView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(activitiesActions.seeActivity, {});
      const paths = reachOf(tx.call.actor, actions.sponsorProposal);
      const rows = await this.proposals.waiting(tx, paths, request);
      return toPage(rows.map(waitingViewOf), {
        limit: request.limit,
        cursorOf: ({ activityId }) => [activityId],
      });
    });
  }
}

function waitingViewOf({
  id,
  title,
  proposal,
  startsAt,
  timeZone,
  createdAt,
}: ActivityRow): WaitingProposalView {
  return {
    activityId: id,
    title,
    timeZone,
    startsAt: startsAt.toISOString(),
    proposerName: proposal?.name ?? '',
    heads: proposal?.heads ?? null,
    proposedAt: proposal?.proposedAt ?? createdAt.toISOString(),
  };
}
