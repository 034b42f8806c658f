import { Injectable } from '@nestjs/common';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import {
  type Actor,
  maskName,
  maskPhone,
  maskResidentNumber,
  mayDo,
  normaliseIdentifier,
  shanghaiDate,
} from '@gongxiang/domain';
import { canonicalJson, noteLook, type Transaction, typedTitleOf } from '@gongxiang/persistence';
import { actions as memberActions } from '../actions.js';
import { actions } from '../../persons/actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { closedUntil, failuresPerDayMax } from './entry-closing.model.js';
import { normalisePhone } from '../../persons/person/person.model.js';
import type { MemberRecord, Sought, SoughtHashes } from './member.repository.js';
import { basisOn } from './membership-basis.model.js';
import { memberStateOf } from './member-state.js';

/** What is shown with the name only. */
const hidden = {
  employmentKind: null,
  retainedReason: null,
  endedReason: null,
  endDecision: null,
  basis: null,
  entryClosedUntil: null,
} as const satisfies Partial<MemberView>;

/** Decides which data of a person leaves the service: it is masked here, not on the page. */
@Injectable()
export class MemberPresenter {
  constructor(private readonly personalData: PersonalData) {}

  viewOf(tx: Transaction, record: MemberRecord): MemberView {
    const { personId, unionPath, name, maskedName, residentNumber, phone, ...term } = record;
    const {
      admittedBy: _admittedBy,
      entryRefusedFrom,
      employedUntil: _employedUntil,
      leftAt: _leftAt,
      servedByUnionId: _servedByUnionId,
      ...rest
    } = term;
    const { actor } = tx.call;
    const seesName = actor !== null && mayDo(actor, actions.seeMember, { paths: [unionPath], personId });
    if (seesName) noteLook(tx, 'record', [personId]);
    const closed =
      entryRefusedFrom && closedUntil({ failures: failuresPerDayMax, beganAt: entryRefusedFrom }, tx.now);
    return {
      ...rest,
      personId,
      name: seesName ? this.personalData.open(personId, 'name', name) : maskedName,
      residentNumber:
        residentNumber &&
        maskResidentNumber(this.personalData.open(personId, 'residentNumber', residentNumber)),
      phone: phone && maskPhone(this.personalData.open(personId, 'phone', phone)),
      basis: basisOn(record, shanghaiDate(tx.now)),
      entryClosedUntil: closed?.toISOString() ?? null,
      ...(seesName ? {} : hidden),
    };
  }

  /** The published state of a member. */
  stateOf(record: MemberRecord): ReturnType<typeof memberStateOf> {
    return memberStateOf({ ...record, id: record.personId }, record, this.personalData);
  }

  /** What is stored of an answer for replays: no name in the clear, and nothing that is shown with the name only. */
  withoutFacts(view: MemberView): MemberView {
    return { ...view, name: maskName(view.name), ...hidden };
  }

  /** Encrypted values can only be found as a whole: by their hash as a name, a number or a phone. */
  searchHashes(text: string): SoughtHashes {
    return {
      name: this.personalData.hash('name', text),
      residentNumber: this.personalData.hash('residentNumber', normaliseIdentifier(text)),
      phone: this.personalData.hash('phone', normalisePhone(text)),
    };
  }

  /**
   * What a list is searched for. The pinyin of a name, which many share, finds people only at the unions at which the
   * caller holds the office itself.
   */
  soughtBy(actor: Actor | null, text: string): Sought {
    const hashes = this.searchHashes(text.normalize('NFKC'));
    const { pinyin } = typedTitleOf(text);
    const roles: readonly string[] = memberActions.listMembers.roles;
    const unionIds = (actor?.roles ?? []).flatMap(({ role, unionId }) =>
      roles.includes(role) ? [unionId] : [],
    );
    if (pinyin === null || unionIds.length === 0) return hashes;
    return { ...hashes, pinyin: { hash: this.personalData.hash('namePinyin', pinyin), unionIds } };
  }

  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }
}
