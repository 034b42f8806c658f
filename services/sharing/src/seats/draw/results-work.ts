import { Injectable } from '@nestjs/common';
import type { DrawOutReason } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import type { Candidate } from '../registration/candidate.js';
import type { Applicant } from '../registration/registration.repository.js';
import { resultsDue } from './draw-changes.js';
import { DrawEditing, type LockedDraw } from './draw-editing.js';
import type { DrawEntryRow, EntrySignUp } from './draw.entity.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { drawLost, outOfDraw } from './draw-notices.js';
import { DrawFacts } from './draw-facts.js';
import { DrawRepository } from './draw.repository.js';
import { DrawSeats } from './draw-seats.js';
import { DrawSecrets } from './draw-secrets.js';
import { judge } from './freezing-work.js';

/** Results assigned per step. */
const settledPerStep = 200;

/**
 * Assigns the drawn results in steps: each is a transaction that also records its progress, so an aborted step has
 * not happened and is repeated.
 */
@Injectable()
export class ResultsWork {
  constructor(
    private readonly editing: DrawEditing,
    private readonly draws: DrawRepository,
    private readonly entries: DrawEntryRepository,
    private readonly facts: DrawFacts,
    private readonly seats: DrawSeats,
    private readonly secrets: DrawSecrets,
    private readonly writer: NoticeWriter,
  ) {}

  async assignNext(tx: Transaction, drawId: string): Promise<void> {
    const found = await this.editing.lock(tx, drawId);
    if (found?.draw.state !== 'frozen') return;
    const { activity, draw } = found;
    if (activity.state !== 'published') {
      await this.editing.cancel(tx, activity, { draw, reason: null });
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
    const applicants = await this.facts.applicants(tx, activity, personIds);
    const pools = await this.facts.pools(tx, activity.id);
    const applying = [...applicants.values()].map(({ personId }) => personId);
    const clubs = await this.facts.clubs(tx, activity, pools, applying);
    const candidates = new Map<string, Candidate>();
    for (const entry of entries) {
      const applicant = applicants.get(entry.personId);
      const judged = judge(activity, applicant, pools, clubs);
      if (typeof judged === 'string') await this.putOut(tx, activity, entry, judged);
      else if (applicant !== undefined && !candidates.has(applicant.personId))
        // Of two entries of one person, whose records were merged since the freeze, the better drawn counts.
        candidates.set(
          applicant.personId,
          candidateOf(tx, this.signUpOf(entry), { applicant, pool: judged }),
        );
    }
    const winners = entries.flatMap(({ personId, result }) =>
      result === 'seat' ? (applicants.get(personId)?.personId ?? []) : [],
    );
    const waiting = await this.seats.assign(tx, activity, {
      candidates: [...candidates.values()],
      winners: new Set(winners),
    });
    const [first] = entries;
    if (first === undefined) return;
    await this.writer.write(tx, [
      drawLost(activity.id, first.drawId, { result: 'waiting', personIds: waiting }),
    ]);
    await this.entries.forgetSignUps(tx, first.drawId, personIds);
  }

  private async finish(tx: Transaction, { activity, draw }: LockedDraw): Promise<void> {
    const changes = { state: 'drawn', drawnAt: tx.now } as const;
    await this.editing.changes.save(tx, activity, { before: draw, changes });
    // Seats given back since the freeze, or not assignable, go to the waitlists now.
    if (tx.now < activity.startsAt) await this.facts.promoteWaitlists(tx, activity.id);
  }

  private signUpOf(entry: DrawEntryRow): EntrantSignUp {
    const { sealedSignUp } = entry;
    return { signUp: sealedSignUp === null ? null : this.secrets.openSignUp(entry, sealedSignUp) };
  }

  /** Rare: the person's eligibility changed after the freeze. */
  private async putOut(
    tx: Transaction,
    activity: ActivityRow,
    { drawId, personId }: DrawEntryRow,
    reason: DrawOutReason,
  ): Promise<void> {
    await this.entries.putOut(tx, drawId, [personId], reason);
    await this.writer.write(tx, outOfDraw(activity.id, drawId, new Map([[reason, [personId]]])));
  }
}

interface EntrantSignUp {
  readonly signUp: EntrySignUp | null;
}

/** What the person filled in was checked at entry. */
function candidateOf(
  tx: Transaction,
  { signUp }: EntrantSignUp,
  { applicant, pool }: { readonly applicant: Applicant; readonly pool: PlacedPool },
): Candidate {
  const { companions = [], answers = null, formVersion = 0 } = signUp ?? {};
  return {
    application: {
      tx,
      personId: applicant.personId,
      companions,
      answers: null,
      formVersion,
      guardianConsent: true,
      overrideReason: null,
    },
    // The drawn order decides on the waitlist: attendance already had its weight in the draw.
    applicant,
    pool,
    mandates: [],
    answers,
    came: 0,
    form: { version: formVersion, questions: [] },
  };
}
