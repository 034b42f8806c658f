import {
  type CreatePoolRequest,
  poolContract,
  type PoolView,
} from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttendanceFactRow, CheckInOperationRow } from '../../attendance/attendance.entity.js';
import { MemberRef, UnionRef } from '../../reference/reference.entity.js';

export interface KnownUnion {
  readonly id: string;
  readonly path: string;
  readonly officer: Actor;
}

export type PoolTerms = Pick<
  CreatePoolRequest,
  'opensAt' | 'releasesAt' | 'offerHours' | 'promotionUntil' | 'sex' | 'clubId' | 'sizeClasses'
>;

/** The most people an officer may register at once. */
const groupMax = 200;

/** Everything a sign-up depends on, inserted directly: the features are under test, not their setup. */
export class Stage {
  private next = 1;

  constructor(readonly sharing: ServiceFixture) {}

  /** A union of its own, or one below another, with an officer. */
  async union(parentPath = '1.'): Promise<KnownUnion> {
    const path = `${parentPath}${(this.next += 1).toString(36)}.`;
    const id = newId();
    const row = { id, version: 1, path, name: `工会 ${path}`, sizeClass: null, active: true };
    await this.sharing.dataSource.manager.insert(UnionRef, row);
    return { id, path, officer: actorWith({ roles: [['officer', id, path]] }) };
  }

  async members(union: KnownUnion, count: number, term: Partial<MemberRef> = {}): Promise<Actor[]> {
    const rows = Array.from({ length: count }, () => ({
      personId: newId(),
      version: 1,
      maskedName: '张*',
      unionId: union.id,
      state: 'active' as const,
      validFrom: '2020-01-01',
      validTo: null,
      ...term,
    }));
    await this.sharing.dataSource.manager.insert(MemberRef, rows);
    return rows.map(({ personId }) => actorWith({ personId, unionId: union.id, unionPath: union.path }));
  }

  /** A published activity of a union that begins in a day. */
  async activity(union: KnownUnion, changes: Partial<ActivityRow> = {}): Promise<string> {
    const now = this.sharing.clock.now();
    const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
    const row: ActivityRow = {
      id: newId(),
      version: 1,
      title: '健步走',
      description: null,
      kind: 'sports',
      function: 'service',
      business: 'culture',
      state: 'published',
      organiserKind: 'union',
      organiserId: union.id,
      organiserName: '工会',
      unionId: union.id,
      unionPath: union.path,
      coHosts: [],
      partyUnionIds: [union.id],
      venue: null,
      resourceId: null,
      loanId: null,
      startsAt: hours(24),
      endsAt: hours(26),
      timeZone: 'Asia/Shanghai',
      signUpOpensAt: now,
      signUpClosesAt: hours(24),
      companionsMax: 9,
      waitlistFairShareDays: null,
      agreementId: null,
      seriesId: null,
      seriesDate: null,
      seriesNumber: null,
      seriesSize: null,
      seriesOwn: [],
      agreementRequired: false,
      openInvitations: 0,
      agreedHosts: 0,
      leaveUntil: null,
      formVersion: 0,
      draw: null,
      queue: null,
      brand: null,
      proposal: null,
      eligibility: null,
      cover: null,
      createdBy: union.officer.personId,
      createdAt: now,
      publishedAt: now,
      closedAt: null,
      cancelReason: null,
      settledAt: null,
      archivedAt: null,
      factCount: null,
      factsHash: null,
      ...changes,
    };
    await this.sharing.dataSource.manager.insert(ActivityRow, row);
    return row.id;
  }

  pool(
    activityId: string,
    organiser: KnownUnion,
    capacity: number,
    union?: KnownUnion,
    terms: PoolTerms = {},
  ): Promise<PoolView> {
    const request = {
      activityId,
      name: union ? '工会名额' : '公共名额',
      unionId: union?.id ?? null,
      capacity,
      ...terms,
    };
    return this.sharing.ask(poolContract.create, request, organiser.officer);
  }

  resize(pool: PoolView, organiser: KnownUnion, capacity: number): Promise<PoolView> {
    const request = { activityId: pool.activityId, poolId: pool.id, capacity };
    return this.sharing.ask(poolContract.change, request, organiser.officer, { ifMatch: pool.version });
  }

  register(activityId: string, person: Actor, companions = 0): Promise<RegistrationView> {
    const names = Array.from({ length: companions }, (_, index) => ({ name: `同行${index + 1}` }));
    return this.sharing.ask(registrationContract.register, { activityId, companions: names }, person);
  }

  /** Has an officer register people in order, as many as there are. */
  async group(activityId: string, officer: Actor, people: readonly Actor[]): Promise<RegistrationView[]> {
    const views: RegistrationView[] = [];
    for (let from = 0; from < people.length; from += groupMax) {
      const personIds = people.slice(from, from + groupMax).map(({ personId }) => personId);
      const request = { activityId, personIds };
      views.push(...(await this.sharing.ask(registrationContract.registerGroup, request, officer)).items);
    }
    return views;
  }

  /** @param companions the names of those who stay at home; the whole registration where absent */
  cancel(
    registration: RegistrationView,
    person: Actor,
    companions?: readonly string[],
  ): Promise<RegistrationView> {
    const request = {
      registrationId: registration.id,
      ...(companions === undefined ? {} : { companions: [...companions] }),
    };
    const isOwn = registration.personId === person.personId;
    const seen = { ifMatch: isOwn ? null : registration.version };
    return this.sharing.ask(registrationContract.cancel, request, person, seen);
  }

  get(registration: RegistrationView, person: Actor): Promise<RegistrationView> {
    return this.sharing.ask(registrationContract.get, { registrationId: registration.id }, person);
  }

  accept(registration: RegistrationView, person: Actor): Promise<RegistrationView> {
    return this.sharing.ask(registrationContract.acceptOffer, { registrationId: registration.id }, person);
  }

  promote(registration: RegistrationView, officer: Actor, reason?: string): Promise<RegistrationView> {
    const request = { registrationId: registration.id, ...(reason === undefined ? {} : { reason }) };
    return this.sharing.ask(registrationContract.promote, request, officer);
  }

  /** The time so many hours from now, in ISO 8601. */
  inHours(hours: number): string {
    return new Date(this.sharing.clock.now().getTime() + hours * 3_600_000).toISOString();
  }

  /** Records attendance of a person at so many other activities, so many days ago. */
  async cameBefore(host: KnownUnion, person: Actor, times: number, daysAgo = 1): Promise<void> {
    const at = new Date(this.sharing.clock.now().getTime() - daysAgo * dayMs);
    const { personId } = person;
    for (let time = 0; time < times; time += 1)
      await this.attend(await this.activity(host), { personId, unionId: host.id, heads: 1, at });
  }

  /** Checks a person and their companions in at the door. */
  async attend(
    activityId: string,
    guest: {
      readonly personId?: string;
      readonly unionId: string;
      readonly heads: number;
      readonly at: Date;
    },
  ): Promise<void> {
    const { manager } = this.sharing.dataSource;
    const { personId = newId(), unionId, heads, at } = guest;
    const operationId = newId();
    await manager.insert(CheckInOperationRow, {
      activityId,
      operationId,
      scannedAt: at,
      receivedAt: at,
      receivedFrom: newId(),
      doorLinkId: null,
      result: 'checkedIn',
    });
    const fact = { activityId, personId, unionId, heads, walkIn: false, checkedInAt: at, operationId };
    await manager.insert(AttendanceFactRow, fact);
  }

  /** Registers people one after the other, so that their places are known. */
  async line(activityId: string, people: readonly Actor[]): Promise<RegistrationView[]> {
    const views: RegistrationView[] = [];
    for (const person of people) views.push(await this.register(activityId, person));
    return views;
  }
}
