import { Injectable } from '@nestjs/common';
import type {
  MemberMergeView,
  MergePersonView,
  MergeReason,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import { maskPhone, maskResidentNumber, mayDo } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import type { MemberMergePartRow } from './member-merge.entity.js';
import { reasonsFor } from './member-merge.model.js';
import { MemberMergeRepository, type MergePerson, type MergeRecord } from './member-merge.repository.js';

/** Shows merges to the officers above both records. */
@Injectable()
export class MemberMergePresenter {
  constructor(
    private readonly personalData: PersonalData,
    private readonly merges: MemberMergeRepository,
  ) {}

  async viewsOf(tx: Transaction, rows: readonly MergeRecord[]): Promise<MemberMergeView[]> {
    const ids = rows.flatMap((row) =>
      [row.survivorId, row.mergedId, row.proposedBy, row.decidedBy ?? []].flat(),
    );
    const people = await this.merges.people(tx, ids);
    const parts = await this.merges.partsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      this.viewOf(tx, row, {
        people,
        parts: parts.filter(({ mergeId }) => mergeId === row.id),
      }),
    );
  }

  personView(tx: Transaction, person: MergePerson): MergePersonView {
    noteLook(tx, 'merge', [person.id]);
    const { id, unionId, unionName, state, validFrom, signsIn, offices } = person;
    const number = this.numberOf(person);
    return {
      personId: id,
      name: this.personalData.open(id, 'name', person.name),
      residentNumber: number === null ? null : maskResidentNumber(number),
      phone: person.phone === null ? null : maskPhone(this.personalData.open(id, 'phone', person.phone)),
      signsIn,
      unionId,
      unionName,
      state,
      validFrom,
      offices,
      createdAt: person.createdAt.toISOString(),
    };
  }

  reasonsOf(left: MergePerson, right: MergePerson): MergeReason[] {
    return reasonsFor({ ...left, number: this.numberOf(left) }, { ...right, number: this.numberOf(right) });
  }

  seal(survivorId: string, text: string): string {
    return this.personalData.seal(survivorId, 'memberMerge', text);
  }

  private viewOf(
    tx: Transaction,
    row: MergeRecord,
    known: {
      readonly people: ReadonlyMap<string, MergePerson>;
      readonly parts: readonly MemberMergePartRow[];
    },
  ): MemberMergeView {
    const { people, parts } = known;
    const personOf = (id: string): MergePerson => {
      const person = people.get(id);
      if (person === undefined) throw new Error('a merge is of people who are there');
      return person;
    };
    const step = row.state === 'undoing' || row.state === 'undone' ? 'undo' : 'apply';
    const hasBegun = row.undoUntil !== null;
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      unionId: row.unionId,
      unionName: row.unionName,
      survivor: this.personView(tx, personOf(row.survivorId)),
      merged: this.personView(tx, personOf(row.mergedId)),
      name: row.nameOf,
      residentNumber: row.numberOf,
      phone: row.phoneOf,
      reason: this.open(row.survivorId, row.sealedReason),
      proposedBy: personOf(row.proposedBy).maskedName,
      proposedAt: row.proposedAt.toISOString(),
      decidedBy: row.decidedBy === null ? null : personOf(row.decidedBy).maskedName,
      decidedAt: isoOf(row.decidedAt),
      answer: row.sealedAnswer === null ? null : this.open(row.survivorId, row.sealedAnswer),
      undoUntil: isoOf(row.undoUntil),
      preview: row.preview,
      progress: hasBegun ? mergeServices.map((service) => progressOf(service, step, parts)) : [],
      ...actsOf(tx, row),
    };
  }

  private numberOf({ id, residentNumber }: MergePerson): string | null {
    return residentNumber === null ? null : this.personalData.open(id, 'residentNumber', residentNumber);
  }

  private open(survivorId: string, sealed: string): string {
    return this.personalData.open(survivorId, 'memberMerge', sealed);
  }
}

function isoOf(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString();
}

/** What the caller may do about a merge now. */
function actsOf(
  { call: { actor }, now }: Transaction,
  { state, proposedBy, survivorId, mergedId, unionPath, undoUntil }: MergeRecord,
): Pick<MemberMergeView, 'waitsForMe' | 'mayWithdraw' | 'mayUndo'> {
  const personId = actor?.personId ?? '';
  const decides = actor !== null && mayDo(actor, actions.decideMerge, { paths: [unionPath] });
  const isOpen = state === 'proposed';
  return {
    waitsForMe: isOpen && decides && ![proposedBy, survivorId, mergedId].includes(personId),
    mayWithdraw: isOpen && personId === proposedBy,
    mayUndo: state === 'applied' && decides && undoUntil !== null && now < undoUntil,
  };
}

function progressOf(
  service: (typeof mergeServices)[number],
  step: 'apply' | 'undo',
  parts: readonly MemberMergePartRow[],
): MemberMergeView['progress'][number] {
  const part = parts.find((one) => one.service === service && one.step === step);
  return { service, doneAt: part?.doneAt.toISOString() ?? null, counts: part?.counts ?? [] };
}
