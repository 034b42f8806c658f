import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { EligibilityJudge, type Judgement } from '../../activities/eligibility/eligibility-judge.js';
import { type ClubsOfPeople, PoolClubs } from '../../activities/pool/pool-clubs.js';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import { type Places, QueueGate } from '../queue/queue-gate.js';
import { SignUpFormRepository } from '../../activities/sign-up-form/sign-up-form.repository.js';
import { type AskedForm, nothingAsked } from './asked-form.js';
import type { Applicant } from './registration.repository.js';
import { timesCame } from './times-came.repository.js';

/** The sign-up terms of an activity beside its times and seats. */
interface Terms {
  readonly form: AskedForm;
  /** By person id; empty if everybody is eligible. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Queue places by person id. */
  readonly places: Places;
  /** Attended activities by person id; empty if the waitlist does not go by that. */
  readonly came: ReadonlyMap<string, number>;
  readonly clubs: ClubsOfPeople;
}

/** Reads the terms once for everybody who signs up together; an activity without terms costs no statement. */
@Injectable()
export class SignUpTerms {
  constructor(
    private readonly forms: SignUpFormRepository,
    private readonly judge: EligibilityJudge,
    private readonly gate: QueueGate,
    private readonly poolClubs: PoolClubs,
  ) {}

  /** @param day the day the activity starts */
  async read(
    tx: Transaction,
    activity: ActivityRow,
    { applicants, pools }: { applicants: ReadonlyMap<string, Applicant>; pools: readonly PlacedPool[] },
    day: string,
  ): Promise<Terms> {
    const all = [...applicants.values()];
    const form = await this.formOf(tx, activity);
    const judgements = await this.judge.judge(tx, activity, all);
    const personIds = all.map(({ personId }) => personId);
    const { waitlistFairShareDays: days } = activity;
    const came = days === null ? new Map<string, number>() : await timesCame(tx, personIds, days);
    const clubs = await this.poolClubs.read(tx, pools, { personIds, day });
    return { form, judgements, places: await this.gate.places(tx, activity, personIds), came, clubs };
  }

  private async formOf(tx: Transaction, { id, formVersion: version }: ActivityRow): Promise<AskedForm> {
    if (version === 0) return nothingAsked;
    return { version, questions: (await this.forms.find(tx, id, version))?.questions ?? [] };
  }
}
