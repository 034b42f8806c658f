import { Injectable } from '@nestjs/common';
import type {
  CircleLine,
  CirclePersonLine,
  CircleView,
} from '@gongxiang/contracts/affairs/circles/circle.contract';
import { DomainError, isSelf, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { CircleMemberRow } from './circle.entity.js';
import { circleActsOf, circleMemberActsOf, type CircleRoles, isModerator } from './circle.model.js';
import { type CircleRecord, CircleRepository } from './circle.repository.js';
import { CircleSeal } from './circle-seal.js';

/** A circle with what the caller is to it. */
export interface SeenCircle {
  readonly circle: CircleRecord;
  readonly roles: CircleRoles;
  readonly own: CircleMemberRow | null;
}

/** What the caller is to a circle, and how it is shown to them. */
@Injectable()
export class CirclePresenter {
  constructor(
    private readonly circles: CircleRepository,
    private readonly seal: CircleSeal,
  ) {}

  /** @throws DomainError `NOT_FOUND` unless it is for the caller, they moderate it, or stand to it in some way */
  async visible(tx: Transaction, id: string): Promise<SeenCircle> {
    tx.authorise(actions.seeCircles, {});
    const circle = await this.circles.find(tx, id);
    if (circle === null) throw new DomainError('NOT_FOUND');
    const own = (await this.circles.standings(tx, [id], idsOf(tx))).get(id) ?? null;
    const roles = rolesOf(tx, circle, own);
    // Whoever has moved to another union still sees what to leave.
    const isIn = roles.standing === 'member' || roles.standing === 'asked';
    if (!roles.isAddressed && !isIn) throw new DomainError('NOT_FOUND');
    return { circle, roles, own };
  }

  async lines(tx: Transaction, circles: readonly CircleRecord[]): Promise<CircleLine[]> {
    const ids = circles.map(({ id }) => id);
    const counts = await this.circles.memberCounts(tx, ids);
    const standings = await this.circles.standings(tx, ids, idsOf(tx));
    return circles.map(({ id, version, state, name, about, joining, unionId, unionName }) => ({
      id,
      version,
      state,
      name,
      about,
      joining,
      unionId,
      unionName,
      memberCount: counts.get(id) ?? 0,
      standing: standings.get(id)?.state ?? null,
    }));
  }

  async view(tx: Transaction, id: string): Promise<CircleView> {
    const { circle, roles, own } = await this.visible(tx, id);
    const [line] = await this.lines(tx, [circle]);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    const waiting = isModerator(roles) ? await this.circles.waiting(tx, id) : null;
    return {
      ...line,
      reason: own?.state === 'removed' ? this.seal.open('member-reason', own.id, own.sealedReason) : null,
      requestCount: waiting?.requests ?? null,
      reportCount: waiting?.reports ?? null,
      acts: circleActsOf(circle, roles).map((act) => ({ act })),
    };
  }

  person(tx: Transaction, row: CircleMemberRow, { circle, roles }: SeenCircle): CirclePersonLine {
    const { id, personId, version, state, since } = row;
    const { actor } = tx.call;
    const person = { ...row, isSelf: actor !== null && isSelf(actor, personId) };
    return {
      id: personId,
      version,
      state,
      name: this.seal.open('member-name', id, row.sealedName) ?? '',
      isModerator: row.isModerator,
      since: since.toISOString(),
      reason: isModerator(roles) ? this.seal.open('member-reason', id, row.sealedReason) : null,
      acts: circleMemberActsOf(circle, roles, person).map((act) => ({ act })),
    };
  }
}

/** All ids of the caller, also those of records that were merged into theirs. */
export function idsOf(tx: Transaction): string[] {
  return [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
}

function rolesOf(tx: Transaction, { unionPath }: CircleRecord, own: CircleMemberRow | null): CircleRoles {
  const { actor } = tx.call;
  const may = (rule: (typeof actions)[keyof typeof actions]): boolean =>
    actor !== null && mayDo(actor, rule, { paths: [unionPath] });
  const isOfficer = may(actions.moderateCircles);
  return {
    isOfficer,
    isAddressed: isOfficer || may(actions.joinCircles),
    standing: own?.state ?? null,
    isNamed: own?.isModerator ?? false,
  };
}
