import { Injectable } from '@nestjs/common';
import type { LapseView, LapseWarningView } from '@gongxiang/contracts/membership/members/lapse.contract';
import { mayDo } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import type { DuesMember } from '../../dues/dues.repository.js';
import { actions as personActions } from '../../persons/actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { LapseGround } from '../lapse/lapse-ground.js';
import type { LapseEvidence } from '../lapse/lapse.model.js';
import type { LapseRecord } from '../lapse/lapse.repository.js';

/** Decides what of a lapse leaves the service. */
@Injectable()
export class LapsePresenter {
  constructor(
    private readonly personalData: PersonalData,
    private readonly ground: LapseGround,
  ) {}

  lapseView(
    tx: Transaction,
    member: DuesMember,
    { evidence, warning }: { readonly evidence: LapseEvidence; readonly warning: LapseRecord | null },
  ): LapseView {
    const { id: memberId, personId, name, maskedName, unionPath, validFrom } = member;
    const { actor } = tx.call;
    const seesName =
      actor !== null && mayDo(actor, personActions.seeMember, { paths: [unionPath], personId });
    if (seesName) noteLook(tx, 'record', [personId]);
    return {
      memberId,
      personId,
      memberName: seesName ? this.personalData.open(personId, 'name', name) : maskedName,
      validFrom,
      ...evidence,
      warning: warning && this.viewOf(warning, evidence),
    };
  }

  viewOf(record: LapseRecord, evidence: LapseEvidence): LapseWarningView {
    const { id, version, membershipId, unionId, unionName, state, warnedAt, endableFrom } = record;
    const { monthsUnpaid, lastPaidOn, lastPartOn, answeredAt, closedAt, decision } = record;
    return {
      id,
      version,
      memberId: membershipId,
      unionId,
      unionName,
      state,
      warnedAt: warnedAt.toISOString(),
      endableFrom,
      monthsUnpaid,
      lastPaidOn,
      lastPartOn,
      mended: state === 'open' && !this.ground.stands(record, evidence),
      answer: record.answer && this.personalData.open(id, 'lapse', record.answer),
      answeredAt: answeredAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      decision,
      unionAboveId: record.unionAboveId,
      unionAboveName: record.unionAboveName,
    };
  }

  /** The answer that is stored for replays does not have the member's words. */
  withoutAnswer(view: LapseWarningView): LapseWarningView {
    return { ...view, answer: null };
  }

  seal(id: string, words: string): string {
    return this.personalData.seal(id, 'lapse', words);
  }
}
