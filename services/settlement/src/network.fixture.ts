import { createHash } from 'node:crypto';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { confirmationContract } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, partyKey, type RoleName, rootPath, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityCloseRow, ActivityRef } from './agreements/activity/activity.entity.js';
import { AgreementRef } from './agreements/agreement/agreement.entity.js';
import { knownRoot, knownUnion } from './settlement.fixture.js';

/** A federation with unions below it, for the tests that need money between them. */
export interface Network {
  readonly root: UnionState;
  readonly unions: readonly UnionState[];
}

export const keyOf = (union: { readonly id: string }): string => partyKey({ kind: 'union', id: union.id });

/** A new person who holds one role at a union. */
export const holder = (role: RoleName, union: { readonly id: string; readonly path: string }): Actor =>
  actorWith({ roles: [[role, union.id, union.path]] });

export async function knownNetwork(settlement: ServiceFixture, count: number): Promise<Network> {
  const root = await knownRoot(settlement);
  const unions: UnionState[] = [];
  for (let index = 1; index <= count; index += 1) {
    unions.push(await knownUnion(settlement, `1.${index}.`, `工会${String.fromCharCode(64 + index)}`));
  }
  return { root, unions };
}

export interface ActivityOptions {
  /** In the agreement's order; the first organises. */
  readonly parties: readonly UnionState[];
  readonly rule: Record<string, unknown>;
  /** Parties of the agreement after the unions, by id. */
  readonly enterprises?: readonly string[];
  /** Heads by party, each of one person with companions. */
  readonly heads?: readonly number[];
  /** Upper bounds of whole shares, by party key. */
  readonly caps?: Readonly<Record<string, { readonly amount: string; readonly currency: 'CNY' }>>;
  /** False: the activity is not closed yet. */
  readonly close?: boolean;
  /** The period in which each party may confirm its share, and the meaning of its silence; not agreed if absent. */
  readonly approval?: { readonly silence: 'agrees' | 'disputes'; readonly days: number };
}

export function termsOf(parties: readonly UnionState[], rule: Record<string, unknown>) {
  return {
    parties: parties.map(({ id }) => ({ kind: 'union', id })),
    rule,
    fundCategory: 'dues',
    expenseCode: '1.2',
    caps: null,
    floors: null,
    tasks: [],
    approval: null,
  };
}

/** Publishes an activity with an agreement in force and attendance facts, as sharing would. */
export async function knownActivity(settlement: ServiceFixture, options: ActivityOptions): Promise<string> {
  const activityId = newId();
  const [organiser] = options.parties;
  const unionId = organiser?.id ?? '';
  await settlement.emit(sharingEvents.activityChanged, {
    id: activityId,
    version: 1,
    title: '夏季运动会',
    function: 'service',
    business: 'culture',
    state: 'closed',
    organiser: { kind: 'union', id: unionId },
    unionId,
    coHosts: [],
    startsAt: '2026-11-01T09:00:00+08:00',
    endsAt: '2026-11-01T12:00:00+08:00',
    agreementId: null,
  });
  const { parties, ...terms } = termsOf(options.parties, options.rule);
  const { enterprises = [] } = options;
  await settlement.emit(sharingEvents.agreementChanged, {
    agreementId: newId(),
    version: 1,
    activityId,
    versionNumber: 1,
    hash: 'h',
    state: 'inForce',
    terms: {
      ...terms,
      parties: [...parties, ...enterprises.map((id) => ({ kind: 'enterprise', id }))],
      approval: options.approval ?? null,
      caps: options.caps ?? null,
    },
  });
  const facts = factsOf(activityId, options);
  await settlement.emit(sharingEvents.attendanceRecorded, { activityId, pageNumber: 1, facts });
  if (options.close !== false) await close(settlement, activityId, facts);
  await eventually(async () => {
    await settlement.dataSource.manager.findOneByOrFail(ActivityRef, { id: activityId });
    await settlement.dataSource.manager.findOneByOrFail(AgreementRef, { activityId });
    if (options.close !== false)
      await settlement.dataSource.manager.findOneByOrFail(ActivityCloseRow, { activityId });
  });
  return activityId;
}

export type Fact = {
  activityId: string;
  personId: string;
  unionId: string;
  heads: number;
  walkIn: boolean;
  checkedInAt: string;
  revision?: number;
};

export function factsOf(activityId: string, { parties, heads = [] }: ActivityOptions): Fact[] {
  return heads.map((count, index) => ({
    activityId,
    personId: newId(),
    unionId: parties[index]?.id ?? '',
    heads: count,
    walkIn: false,
    checkedInAt: '2026-11-01T09:10:00+08:00',
  }));
}

export async function close(
  settlement: ServiceFixture,
  activityId: string,
  facts: readonly Fact[],
  version = 2,
): Promise<void> {
  const present = facts.filter(({ heads }) => heads > 0);
  const lines = [...present]
    .sort((left, right) => (left.personId < right.personId ? -1 : 1))
    .map(({ personId, unionId, heads }) => `${personId}:${unionId}:${heads}\n`);
  await settlement.emit(sharingEvents.activityClosed, {
    activityId,
    version,
    factCount: present.length,
    registeredHeads: 0,
    capacity: 100,
    factsHash: createHash('sha256').update(lines.join('')).digest('hex'),
    closedAt: '2026-11-01T13:00:00+08:00',
  });
}

/** A bill for {@link costPoolContract}'s addItem. */
export function bill(
  costPoolId: string,
  payer: { readonly id: string },
  amountFen: bigint,
  invoiceNumber: string = newId(),
) {
  return {
    costPoolId,
    payer: { kind: 'union' as const, id: payer.id },
    title: '场地租金',
    amount: toWire(amountFen),
    incomeKind: 'dues' as const,
    expenseCode: '1.2',
    receipt: { fileKey: 'receipts/1', sha256: 'a'.repeat(64), invoiceNumber },
  };
}

/** A pool with its bills, up to the submission. */
export async function submittedPool(
  settlement: ServiceFixture,
  activityId: string,
  bills: readonly { readonly payer: UnionState; readonly fen: bigint }[],
  organiser: UnionState,
): Promise<CostPoolView> {
  const finance = holder('finance', organiser);
  const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
  for (const { payer, fen } of bills) {
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, payer, fen), holder('finance', payer));
  }
  await eventually(() => settlement.ask(costPoolContract.computeShares, { costPoolId }, finance));
  return settlement.ask(costPoolContract.submit, { costPoolId }, finance);
}

/** Confirms everything that waits on behalf of each party, so that it can be netted. */
export async function confirmAll(settlement: ServiceFixture): Promise<void> {
  const finance = actorWith({ roles: [['finance', newId(), rootPath]] });
  const waiting = { state: 'waiting', limit: 200 } as const;
  const { items } = await settlement.ask(confirmationContract.list, waiting, finance);
  for (const { id: confirmationId } of items)
    await settlement.ask(confirmationContract.confirm, { confirmationId }, finance);
}

/** A pool that is approved, posted and, by default, confirmed by all its parties. */
export async function approvedPool(
  settlement: ServiceFixture,
  options: ActivityOptions & {
    /** False: its parties have not answered yet. */
    readonly confirm?: boolean;
    readonly bills: readonly { readonly payer: UnionState; readonly fen: bigint }[];
  },
): Promise<CostPoolView & { readonly activityId: string }> {
  const activityId = await knownActivity(settlement, options);
  const [organiser] = options.parties;
  if (organiser === undefined) throw new Error('a pool needs a party');
  const pool = await submittedPool(settlement, activityId, options.bills, organiser);
  const approved = await settlement.ask(
    costPoolContract.approve,
    { costPoolId: pool.id },
    holder('approver', organiser),
  );
  if (options.confirm !== false) await confirmAll(settlement);
  return { ...approved, activityId };
}
