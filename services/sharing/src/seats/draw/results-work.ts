import { Injectable } from '@nestjs/common';
import type { DrawOutReason } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import type { Candidate } from '../registration/candidate.js';
import type { Applicant } from '../registration/registration.repository.js';
import { resultsDue } from './draw-changes.js';
import { DrawDesk, type LockedDraw } from './draw-desk.js';
import type { DrawEntryRow, KeptSignUp } from './draw.entity.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { DrawGround } from './draw-ground.js';
import { DrawRepository } from './draw.repository.js';
import { DrawSeats } from './draw-seats.js';
import { DrawSecrets } from './draw-secrets.js';
import { judge } from './freezing-work.js';

/** So many get their seat or place in one step. */
const settledPerStep = 200;

/**
 * Gives what was drawn, a piece at a time: each is a transaction of its own that also says how far it got, so a piece that
 * is broken off has not happened, and is done again.
 */
@Injectable()
export class ResultsWork {
  constructor(
    private readonly desk: DrawDesk,
    private readonly draws: DrawRepository,
    private readonly entries: DrawEntryRepository,
    private readonly ground: DrawGround,
    private readonly seats: DrawSeats,
    private readonly secrets: DrawSecrets,
  ) {}

  async give(tx: Transaction, drawId: string): Promise<void> {
    const found = await this.desk.lock(tx, drawId);
    if (found?.draw.state !== 'frozen') return;
    const { activity, draw } = found;
    if (activity.state !== 'published') {
      await this.desk.cancel(tx, activity, { draw, reason: null });
    } else {
      const entries = await this.entries.nextTurns(tx, draw.id, draw.settled, settledPerStep);
      const last = entries.at(-1)?.turn ?? null;
      if (last === null) await this.finish(tx, found);
      else {
        await this.settle(tx, activity, entries);
        await this.draws.update(tx, draw.id, { settled: last });
        await schedule(tx, { kind: resultsDue, key: draw.id, at: tx.now });
      }
    }
  }

  private async settle(
    tx: Transaction,
    activity: ActivityRow,
    entries: readonly DrawEntryRow[],
  ): Promise<void> {
    const personIds = entries.map(({ personId }) => personId);
    const applicants = await this.ground.applicants(tx, activity, personIds);
    const pools = await this.ground.pools(tx, activity.id);
    const clubs = await this.ground.clubs(tx, activity, pools, personIds);
    const candidates: Candidate[] = [];
    for (const entry of entries) {
      const applicant = applicants.get(entry.personId);
      const judged = judge(activity, applicant, pools, clubs);
      if (typeof judged === 'string') await this.putOut(tx, entry, judged);
      else if (applicant !== undefined)
        candidates.push(candidateOf(tx, this.saidBy(entry), { applicant, pool: judged }));
    }
    const winners = entries.flatMap(({ personId, result }) => (result === 'seat' ? personId : []));
    await this.seats.give(tx, activity, { candidates, winners: new Set(winners) });
    const [first] = entries;
    if (first !== undefined) await this.entries.forgetSignUps(tx, first.drawId, personIds);
  }

  private async finish(tx: Transaction, { activity, draw }: LockedDraw): Promise<void> {
    const changes = { state: 'drawn', drawnAt: tx.now } as const;
    await this.desk.changes.save(tx, activity, { before: draw, changes });
    // What was given back since the freeze, or could not be given, goes along the lines now.
    if (tx.now < activity.startsAt) await this.ground.serve(tx, activity.id);
  }

  private saidBy(entry: DrawEntryRow): Said {
    const { personId, sealedSignUp } = entry;
    return { personId, signUp: sealedSignUp === null ? null : this.secrets.openSignUp(entry, sealedSignUp) };
  }

  /** Rare: something happened to him since the list was frozen. */
  private putOut(tx: Transaction, { drawId, personId }: DrawEntryRow, reason: DrawOutReason): Promise<void> {
    return this.entries.putOut(tx, drawId, [personId], reason);
  }
}

interface Said {
  readonly personId: string;
  readonly signUp: KeptSignUp | null;
}

/** What he said when he entered was looked at then. */
function candidateOf(
  tx: Transaction,
  { personId, signUp }: Said,
  { applicant, pool }: { readonly applicant: Applicant; readonly pool: PlacedPool },
): Candidate {
  const { companions = [], answers = null, formVersion = 0 } = signUp ?? {};
  return {
    application: {
      tx,
      personId,
      companions,
      answers: null,
      formVersion,
      guardianConsent: true,
      overrideReason: null,
    },
    // In the line the drawn order holds: how often somebody came has had its weight in the draw.
    applicant,
    pool,
    mandates: [],
    answers,
    came: 0,
    form: { version: formVersion, questions: [] },
  };
}
