import {
  drawContract,
  type DrawEntryView,
  type DrawProofView,
  type DrawView,
  type EnterDrawRequest,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../registration/registration.fixture.js';

const minuteMs = 60_000;

/** Test data for a draw, and the steps taken with it. The draw opens in a minute and closes an hour later. */
export class DrawStage extends Stage {
  constructor(sharing: ServiceFixture) {
    super(sharing);
  }

  create(activityId: string, union: KnownUnion, fairShareDays: number | null = null): Promise<DrawView> {
    const request = { activityId, opensAt: this.inHours(1 / 60), closesAt: this.inHours(1), fairShareDays };
    return this.sharing.ask(drawContract.create, request, union.officer);
  }

  /** A draw that is open for entries. */
  async opened(
    activityId: string,
    union: KnownUnion,
    fairShareDays: number | null = null,
  ): Promise<DrawView> {
    const draw = await this.create(activityId, union, fairShareDays);
    this.sharing.clock.advance(minuteMs);
    return draw;
  }

  enter(
    { id: drawId }: DrawView,
    person: Actor | null,
    signUp: Omit<EnterDrawRequest, 'drawId'> = {},
  ): Promise<DrawEntryView> {
    return this.sharing.ask(drawContract.enter, { drawId, ...signUp }, person);
  }

  /** Enters with so many companions. */
  enterWith(draw: DrawView, person: Actor, companions: number): Promise<DrawEntryView> {
    const named = Array.from({ length: companions }, (_, index) => ({ name: `同行${index + 1}` }));
    return this.enter(draw, person, { companions: named });
  }

  withdraw({ id: drawId }: DrawView, person: Actor | null): Promise<DrawEntryView> {
    return this.sharing.ask(drawContract.withdraw, { drawId }, person);
  }

  see({ id: drawId }: DrawView, person: Actor | null): Promise<DrawView> {
    return this.sharing.ask(drawContract.get, { drawId }, person);
  }

  proof({ id: drawId }: DrawView, person: Actor | null): Promise<DrawProofView> {
    return this.sharing.ask(drawContract.proof, { drawId }, person);
  }

  /** Lets the window close and waits until everybody has a result. */
  async drawn(draw: DrawView, person: Actor): Promise<DrawView> {
    const wait = Date.parse(draw.closesAt) - this.sharing.clock.now().getTime();
    if (wait > 0) this.sharing.clock.advance(wait);
    await eventually(async () => {
      if ((await this.see(draw, person)).state !== 'drawn') throw new Error('it is not drawn yet');
    });
    return this.see(draw, person);
  }
}
