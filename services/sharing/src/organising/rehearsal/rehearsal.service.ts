import { Injectable } from '@nestjs/common';
import {
  rehearsalContract,
  rehearsalDefaults as defaults,
  type RehearsalHeadsView,
  type RehearsalView,
  type RehearseRequest,
} from '@gongxiang/contracts/sharing/organising/rehearsal.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttendanceDoor } from '../../attendance/attendance-door.js';
import { type Guest, inventGuests } from './crowd.model.js';
import { type AtTheDoor, type HeadsOfUnion, openDoors } from './door.model.js';
import type { Plan } from './plan.model.js';
import { PlanReader } from './plan-reader.js';
import { PlannedUnionRepository } from './planned-union.repository.js';
import { problemsOf } from './problems.model.js';
import { RehearsalCost } from './rehearsal-cost.js';
import { poolReports } from './report.model.js';
import { holdersOf, type SignedUp, signUp } from './sign-up.model.js';

/** Rehearses an activity with invented people, on copies that end with the call. */
@Injectable()
export class RehearsalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanReader,
    private readonly unions: PlannedUnionRepository,
    private readonly door: AttendanceDoor,
    private readonly costs: RehearsalCost,
  ) {}

  @Handles(rehearsalContract.run)
  run(request: RehearseRequest, call: CallContext): Promise<RehearsalView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.plans.activity(tx, request.activityId);
      const plan = await this.plans.plan(tx, activity);
      const { guests, signedUp, door } = this.play(tx, { activity, plan, request });
      return {
        activityId: activity.id,
        activityVersion: activity.version,
        people: peopleOf(request),
        parties: guests.filter(({ companions }) => companions > 0).length,
        pools: poolReports(plan, guests, signedUp),
        door: countsOf(door),
        heads: await this.named(tx, door.heads),
        cost: await this.costs.of(tx, activity.agreementId, door.heads),
        problems: problemsOf(plan, guests, door),
      };
    });
  }

  private play(tx: Transaction, scene: Scene): { guests: Guest[]; signedUp: SignedUp; door: AtTheDoor } {
    const { activity, plan, request } = scene;
    const guests = inventGuests(plan, peopleOf(request), request.partyShare ?? defaults.partyShare);
    const signedUp = signUp(plan, guests, request.cancelShare ?? defaults.cancelShare);
    const turnout = {
      presentShare: request.presentShare ?? defaults.presentShare,
      walkIns: request.walkIns ?? defaults.walkIns,
    };
    // As if published, whatever its state is now.
    const gate = this.door.gateOf(tx, { ...activity, state: 'published' });
    return { guests, signedUp, door: openDoors(plan, holdersOf(signedUp), turnout, gate) };
  }

  private async named(tx: Transaction, heads: readonly HeadsOfUnion[]): Promise<RehearsalHeadsView[]> {
    const unions = await this.unions.of(
      tx,
      heads.map(({ unionId }) => unionId),
    );
    const nameOf = new Map(unions.map(({ id, name }) => [id, name]));
    return heads.map(({ unionId, heads: count }) => ({
      unionId,
      unionName: nameOf.get(unionId) ?? null,
      heads: count,
    }));
  }
}

interface Scene {
  readonly activity: ActivityRow;
  readonly plan: Plan;
  readonly request: RehearseRequest;
}

function peopleOf({ people }: RehearseRequest): number {
  return people ?? defaults.people;
}

function countsOf({ scans, came, noShows, walkIns, refused }: AtTheDoor): RehearsalView['door'] {
  return { scans, came, noShows, walkIns, refused };
}
