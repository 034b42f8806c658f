import { Injectable } from '@nestjs/common';
import type { ClubMemberView } from '@gongxiang/contracts/membership/clubs/club-member.contract';
import type { OwnClubTermView } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { mayDo } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { actions } from '../../persons/actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { ClubMemberRow } from './club-member.entity.js';
import type { ClubMemberRecord } from './club-member.repository.js';

/** Decides which data of a club member leaves the service. */
@Injectable()
export class ClubMemberPresenter {
  constructor(private readonly personalData: PersonalData) {}

  /** @param seesReasons whether the caller is an officer of the union behind the club, or acts in its name */
  viewOf(tx: Transaction, record: ClubMemberRecord, seesReasons: boolean): ClubMemberView {
    const { clubId, personId, version, unionId, unionName, unionPath, validFrom, validTo } = record;
    const { actor } = tx.call;
    const subject = { paths: unionPath === null ? [] : [unionPath], personId };
    const seesName = actor !== null && mayDo(actor, actions.seeMember, subject);
    if (seesName) noteLook(tx, 'record', [personId]);
    const name = seesName ? this.personalData.open(personId, 'name', record.name) : record.maskedName;
    const endReason = seesReasons || personId === actor?.personId ? this.reasonOf(record) : null;
    return { clubId, personId, version, name, unionId, unionName, validFrom, validTo, endReason };
  }

  ownTermOf(row: ClubMemberRow): OwnClubTermView {
    const { version, validFrom, validTo } = row;
    return { version, validFrom, validTo, endReason: this.reasonOf(row) };
  }

  seal(personId: string, reason: string): string {
    return this.personalData.seal(personId, 'clubMember', reason);
  }

  private reasonOf({ personId, endReason }: Pick<ClubMemberRow, 'personId' | 'endReason'>): string | null {
    return endReason && this.personalData.open(personId, 'clubMember', endReason);
  }
}
