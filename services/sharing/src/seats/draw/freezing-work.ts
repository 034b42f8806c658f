import { Injectable } from '@nestjs/common';
import type { DrawOutReason } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { ClubsOfPeople } from '../../activities/pool/pool-clubs.js';
import { choosePool } from '../../activities/pool/pool.model.js';
import { type PlacedPool } from '../../activities/pool/pool.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { isMemberOn } from '../../reference/membership.model.js';
import { isActive } from '../registration/registration.model.js';
import type { Applicant } from '../registration/registration.repository.js';
import { timesCame } from '../registration/times-came.repository.js';
import { DrawEditing } from './draw-editing.js';
import { resultsDue } from './draw-changes.js';
import type { DrawEntryRow, DrawRow } from './draw.entity.js';
import { listHashOf, seedOf, valuesOf } from './draw-hash.js';
import { allot, drawOrder, listText, weightOf } from './draw.model.js';
import { DrawEntryRepository, type DrawnEntry } from './draw-entry.repository.js';
import { outOfDraw } from './draw-notices.js';
import { DrawFacts, type DrawPools } from './draw-facts.js';
import { DrawSecrets } from './draw-secrets.js';

/** An entry of the list. */
interface Listed {
  readonly entry: DrawEntryRow;
  readonly poolId: string;
  readonly timesCame: number | null;
  readonly weight: number;
}

/**
 * Closes a draw in one transaction: fixes the entries and the free seats, and with the secret everything that
 * follows. Nobody can influence the result afterwards, so it can be assigned in steps.
 */
@Injectable()
export class FreezingWork {
  constructor(
    private readonly editing: DrawEditing,
    private readonly facts: DrawFacts,
    private readonly entries: DrawEntryRepository,
    private readonly secrets: DrawSecrets,
    private readonly writer: NoticeWriter,
  ) {}

  /** A second call finds the draw frozen and does nothing. */
  async freeze(tx: Transaction, drawId: string): Promise<void> {
    const found = await this.editing.lock(tx, drawId);
    if (found === null || found.draw.state !== 'open' || tx.now < found.draw.closesAt) return;
    const { activity, draw } = found;
    const isAhead = activity.state === 'published' && tx.now < activity.startsAt;
    if (isAhead) await this.freezeList(tx, activity, draw);
    else await this.editing.cancel(tx, activity, { draw, reason: null });
  }

  private async freezeList(tx: Transaction, activity: ActivityRow, draw: DrawRow): Promise<void> {
    const facts = await this.facts.load(tx, activity);
    const listed = await this.listed(tx, { activity, draw, pools: facts.pools });
    const list = {
      drawId: draw.id,
      pools: facts.free,
      caps: facts.caps,
      entries: listed.map(({ entry, weight, poolId }) => ({
        token: entry.token,
        weight,
        heads: entry.heads,
        pool: facts.numbers.get(poolId) ?? 0,
      })),
    };
    const text = listText(list);
    const listHash = listHashOf(text);
    const secret = this.secrets.open(draw.id, draw.sealedSecret);
    const seed = seedOf(secret, listHash);
    const order = drawOrder(list.entries, valuesOf(seed));
    const results = allot(list, order);
    const drawn = inTurns(listed, order, results);
    await this.entries.saveDrawn(tx, draw.id, drawn);
    const winners = results.filter((result) => result === 'seat').length;
    const changes = {
      state: 'frozen' as const,
      frozenAt: tx.now,
      secret,
      list: text,
      listHash,
      seed,
      winners,
      entries: drawn.length,
    };
    await this.editing.changes.save(tx, activity, { before: draw, changes });
    await schedule(tx, { kind: resultsDue, key: draw.id, at: tx.now });
  }

  /** Those who are still eligible as they were at entry, in token order. The others are told why they are out. */
  private async listed(
    tx: Transaction,
    {
      activity,
      draw,
      pools,
    }: { readonly activity: ActivityRow; readonly draw: DrawRow; readonly pools: readonly PlacedPool[] },
  ): Promise<Listed[]> {
    const entered = await this.entries.entered(tx, draw.id);
    const personIds = entered.map(({ personId }) => personId);
    const applicants = await this.facts.applicants(tx, activity, personIds);
    const applying = [...applicants.values()].map(({ personId }) => personId);
    const came = await this.timesCame(tx, draw, applying);
    const clubs = await this.facts.clubs(tx, activity, pools, applying);
    const outs = new Map<DrawOutReason, string[]>();
    const listed: Listed[] = [];
    for (const entry of entered) {
      const judged = judge(activity, applicants.get(entry.personId), pools, clubs);
      if (typeof judged === 'string') outs.set(judged, [...(outs.get(judged) ?? []), entry.personId]);
      else {
        const timesCame =
          came === null ? null : (came.get(applicants.get(entry.personId)?.personId ?? entry.personId) ?? 0);
        const weight = timesCame === null ? 1 : weightOf(timesCame);
        listed.push({ entry, poolId: judged.id, timesCame, weight });
      }
    }
    for (const [reason, out] of outs) await this.entries.putOut(tx, draw.id, out, reason);
    await this.writer.write(tx, outOfDraw(activity.id, draw.id, outs));
    return listed;
  }

  /** Null if the draw has no fair share. */
  private async timesCame(
    tx: Transaction,
    { fairShareDays }: DrawRow,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, number> | null> {
    if (fairShareDays === null) return null;
    return timesCame(tx, personIds, fairShareDays);
  }
}

/** @returns the pool the seat comes from, or why the entry is no longer valid */
export function judge(
  activity: ActivityRow,
  applicant: Applicant | undefined,
  pools: DrawPools['pools'],
  clubs: ClubsOfPeople,
): PlacedPool | DrawOutReason {
  const state = applicant?.state ?? null;
  if (applicant === undefined || state === null) return 'NOT_A_MEMBER_ON_THE_DAY';
  if (applicant.registrationState !== null && isActive(applicant.registrationState))
    return 'REGISTERED_ALREADY';
  const { validFrom, validTo } = applicant;
  if (!isMemberOn({ state, validFrom, validTo }, shanghaiDate(activity.startsAt)))
    return 'NOT_A_MEMBER_ON_THE_DAY';
  return choosePool(pools, applicant, clubs.of(applicant.personId)) ?? 'NO_POOL_FOR_YOU';
}

/** Winners have their turn first, so that nobody who waits is served before them. */
function inTurns(
  listed: readonly Listed[],
  order: readonly number[],
  results: readonly ('seat' | 'line')[],
): DrawnEntry[] {
  const drawn = order.flatMap((number, index) => {
    const one = listed[number - 1];
    const result = results[index];
    if (one === undefined || result === undefined) return [];
    const { entry, poolId, timesCame, weight } = one;
    return { personId: entry.personId, poolId, timesCame, weight, number, place: index + 1, result };
  });
  const seats = drawn.filter(({ result }) => result === 'seat');
  const waiting = drawn.filter(({ result }) => result === 'line');
  return [...seats, ...waiting].map((one, index) => ({ ...one, turn: index + 1 }));
}
