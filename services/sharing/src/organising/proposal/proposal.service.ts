import { Injectable } from '@nestjs/common';
import type { ProposalState } from '@gongxiang/contracts/sharing/activities/activity-parts';
import type {
  ActivityIdRequest,
  ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  type DeclineProposalRequest,
  proposalContract,
  type ProposeActivityRequest,
} from '@gongxiang/contracts/sharing/organising/proposal.contract';
import { type ActionRule, type CallContext, DomainError } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as activitiesActions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow, ProposalRef } from '../../activities/activity/activity.entity.js';
import { ActivityService } from '../../activities/activity/activity.service.js';
import { activityViewOf } from '../../activities/activity/activity.view.js';
import { proposalDue, scheduleProposalReminder } from '../../activities/activity/proposal.due.js';
import { requireProposalStep } from './proposal.model.js';
import { ProposalParts } from './proposal-parts.js';

const twoHoursMs = 2 * 3_600_000;

/** Proposals of workers, and the decisions of their unions. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityService,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly parts: ProposalParts,
  ) {}

  /** A draft of the worker's own, created like any other; their union completes it. */
  @Handles(proposalContract.propose)
  propose(request: ProposeActivityRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, proposalContract.propose, request, async (tx) => {
      const draft = await this.activities.draft(tx, planOf(tx, request));
      const { heads, needed } = request;
      const proposal = { ...proposalOf(draft), heads, needed: needed ?? null };
      return activityViewOf(await this.changes.save(tx, draft, { proposal }), tx);
    });
  }

  /** From now on the union organises it, and the worker can only read it. */
  @Handles(proposalContract.sponsor)
  sponsor(request: ActivityIdRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, proposalContract.sponsor, request, async (tx) => {
      const before = await this.lock(tx, request.activityId, actions.sponsorProposal);
      const { organiserId, organiserName } = await this.parts.unionOf(tx, before);
      const organiser = { organiserKind: 'union', organiserId, organiserName } as const;
      const row = await this.step(tx, before, { state: 'sponsored', reason: null }, organiser);
      await this.parts.addSeats(tx, row);
      await this.parts.notifyProposer(tx, row, organiserName);
      return activityViewOf(row, tx);
    });
  }

  @Handles(proposalContract.decline)
  decline(request: DeclineProposalRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, proposalContract.decline, request, async (tx) => {
      const before = await this.lock(tx, request.activityId, actions.sponsorProposal);
      const row = await this.step(tx, before, { state: 'declined', reason: request.reason });
      const { organiserName } = await this.parts.unionOf(tx, row);
      await this.parts.notifyProposer(tx, row, organiserName);
      return activityViewOf(row, tx);
    });
  }

  /** The worker submits a declined proposal again, changed or not. */
  @Handles(proposalContract.renew)
  renew(request: ActivityIdRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, proposalContract.renew, request, async (tx) => {
      const before = await this.lock(tx, request.activityId, actions.renewProposal);
      const row = await this.step(tx, before, { state: 'waiting', reason: null });
      await scheduleProposalReminder(tx, row.id);
      return activityViewOf(row, tx);
    });
  }

  private async lock(tx: Transaction, activityId: string, rule: ActionRule): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const row = await this.changes.lock(tx, activityId);
    await this.access.manage(tx, row, rule);
    requireVersion(tx, row.version);
    return row;
  }

  private async step(
    tx: Transaction,
    before: ActivityRow,
    decided: { readonly state: ProposalState; readonly reason: string | null },
    changes: Partial<ActivityRow> = {},
  ): Promise<ActivityRow> {
    requireProposalStep(before, decided.state);
    await unschedule(tx, proposalDue, before.id);
    const proposal = { ...proposalOf(before), ...decided };
    return this.changes.save(tx, before, { ...changes, proposal });
  }
}

function proposalOf({ proposal }: ActivityRow): ProposalRef {
  if (proposal === null) throw new DomainError('NOT_A_PROPOSAL');
  return proposal;
}

/** Defaults for what a worker need not know; their union may refine them. */
function planOf(tx: Transaction, request: ProposeActivityRequest) {
  const { title, what, startsAt, endsAt, venue, kind } = request;
  return {
    organiser: { kind: 'person' as const, id: tx.personId },
    title,
    description: what,
    startsAt,
    kind: kind ?? ('other' as const),
    function: 'service' as const,
    business: 'culture' as const,
    venue: venue ?? null,
    endsAt: endsAt ?? new Date(Date.parse(startsAt) + twoHoursMs).toISOString(),
  };
}
