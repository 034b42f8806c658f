import { Injectable } from '@nestjs/common';
import type {
  RecordLine,
  RecordView,
  TalentLine,
} from '@gongxiang/contracts/affairs/records/record.contract';
import { DomainError, isSelf, mayDo } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { recordActsOf, type RecordRoles } from './record.model.js';
import type { KeptRecord } from './record.repository.js';
import { RecordSeal } from './record-seal.js';

type Heading = Omit<TalentLine, 'name' | 'unionName'>;

/** Opens what is sealed, and says what the caller is to a record. */
@Injectable()
export class RecordPresenter {
  constructor(private readonly seal: RecordSeal) {}

  /** @throws DomainError `NOT_FOUND` unless it is the caller's own, or they are an officer of the person's union or above */
  rolesOf(tx: Transaction, record: KeptRecord | null): RecordRoles {
    tx.authorise(actions.seeOwnRecords, {});
    const { actor } = tx.call;
    if (record === null || actor === null) throw new DomainError('NOT_FOUND');
    const paths = record.homePath === null ? [] : [record.homePath];
    const isPerson = isSelf(actor, record.personId);
    if (!isPerson) tx.authorise(actions.seeRecords, { paths });
    return {
      isPerson,
      isAuthor: isSelf(actor, record.enteredBy),
      isOfficer: mayDo(actor, actions.seeRecords, { paths }),
    };
  }

  line(record: KeptRecord): RecordLine {
    const { version, state, personName, homeName, personId, enteredBy, courseId, sealedName } = record;
    return {
      ...headingOf(record),
      version,
      state,
      personName,
      unionName: homeName,
      selfDeclared: courseId === null && enteredBy === personId,
      shared: sealedName !== null,
    };
  }

  /** Whoever else reads it is told to the person. */
  view(tx: Transaction, record: KeptRecord): RecordView {
    const roles = this.rolesOf(tx, record);
    const { id, personId, enteredByName, enteredAtName, enteredAt, verifiedByName, verifiedAt } = record;
    noteLook(tx, 'personRecord', [personId]);
    return {
      ...this.line(record),
      own: roles.isPerson,
      number: this.seal.open('number', id, record.sealedNumber),
      enteredBy: roles.isPerson ? null : record.enteredBy,
      enteredByName,
      enteredAtName,
      enteredAt: enteredAt.toISOString(),
      verifiedBy: roles.isPerson ? null : record.verifiedBy,
      verifiedByName,
      verifiedAt: verifiedAt?.toISOString() ?? null,
      reason: this.seal.open('reason', id, record.sealedReason),
      courseId: record.courseId,
      acts: recordActsOf(record, roles).map((act) => ({ act })),
    };
  }

  talent(record: KeptRecord): TalentLine {
    const name = this.seal.open('name', record.id, record.sealedName) ?? record.personName;
    return { ...headingOf(record), name, unionName: record.homeName };
  }
}

function headingOf({ id, kind, title, issuer, issuedOn, validUntil, details }: KeptRecord): Heading {
  return { id, kind, title, issuer, issuedOn, validUntil, details };
}
