import { Injectable } from '@nestjs/common';
import type { CreateTransfer } from '@gongxiang/contracts/membership/members/transfer.contract';
import { DomainError, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { readValues } from '../correction/correction.model.js';
import { MemberRepository } from '../member/member.repository.js';
import { TransferPresenter } from './transfer-presenter.js';
import { TransferWriter } from './transfer-writer.js';
import type { TransferRow } from './transfer.entity.js';
import { TransferRepository } from './transfer.repository.js';

type Asked = Pick<TransferRow, 'askedBy' | 'personId' | 'fromUnionId'>;

/** Who asks for a transfer, and of whose membership. */
@Injectable()
export class TransferAsking {
  constructor(
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly unions: UnionRepository,
    private readonly transfers: TransferRepository,
    private readonly writer: TransferWriter,
    private readonly presenter: TransferPresenter,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * Asks for a transfer in the name of the caller.
   * @returns its id
   * @throws DomainError `TRANSFER_UNION_INACTIVE`, `TRANSFER_SAME_UNION`, `TRANSFER_WITHOUT_MEMBERSHIP`,
   * `TRANSFER_UNDER_WAY`; for a name and a number only the first, and what is wrong with them by themselves
   */
  async ask(tx: Transaction, request: CreateTransfer): Promise<string> {
    const id = newId();
    const { name } = request;
    const asked = await this.of(tx, request);
    const row: TransferRow = {
      id,
      version: 1,
      state: 'asked',
      ...asked,
      toUnionId: request.toUnionId,
      enteredName: name === undefined ? null : this.presenter.seal(id, name.trim()),
      proposedBy: tx.personId,
      askedAt: tx.now,
      personAgreedAt: asked.askedBy === 'person' ? tx.now : null,
      newUnionAgreedAt: asked.askedBy === 'newUnion' ? tx.now : null,
      oldUnionAgreedAt: asked.askedBy === 'oldUnion' ? tx.now : null,
      admittedBy: asked.askedBy === 'newUnion' ? tx.personId : null,
      objection: null,
      objectedBy: null,
      reason: null,
      endedAt: null,
    };
    await this.writer.insert(tx, row);
    return id;
  }

  private async of(tx: Transaction, request: CreateTransfer): Promise<Asked> {
    const to = await this.unions.findById(tx, request.toUnionId);
    if (to === null) throw new DomainError('NOT_FOUND', { pointer: '/toUnionId' });
    if (!to.active) throw new DomainError('TRANSFER_UNION_INACTIVE', { pointer: '/toUnionId' });
    if (request.memberId !== undefined) return this.ofOldUnion(tx, request.memberId, to);
    const { name, residentNumber } = request;
    if (name !== undefined && residentNumber !== undefined)
      return this.ofNewUnion(tx, { name, residentNumber }, to);
    tx.authorise(actions.askTransfer, {});
    const open = await this.members.findOpen(tx, tx.personId);
    if (open === null) throw new DomainError('TRANSFER_WITHOUT_MEMBERSHIP');
    await this.requireFree(tx, tx.personId, open.unionId, to);
    return { askedBy: 'person', personId: tx.personId, fromUnionId: open.unionId };
  }

  private async ofOldUnion(tx: Transaction, memberId: string, to: UnionRow): Promise<Asked> {
    const member = await this.members.findById(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(actions.decideTransfer, { ...subject, visible: true });
    if (member === null) throw new DomainError('NOT_FOUND');
    if (member.state === 'ended') throw new DomainError('TRANSFER_WITHOUT_MEMBERSHIP');
    if (member.personId === tx.personId) throw new DomainError('SAME_PERSON');
    await this.requireFree(tx, member.personId, member.unionId, to);
    return { askedBy: 'oldUnion', personId: member.personId, fromUnionId: member.unionId };
  }

  /**
   * The answer must not tell whether somebody has this name and number: where it is nobody's, or nobody's whom the
   * union could take over, the request is kept all the same and lapses.
   */
  private async ofNewUnion(
    tx: Transaction,
    entered: { readonly name: string; readonly residentNumber: string },
    to: UnionRow,
  ): Promise<Asked> {
    tx.authorise(actions.decideTransfer, { paths: [to.path], visible: true });
    const { name = '', residentNumber = '' } = readValues(entered, tx.now);
    const nobody: Asked = { askedBy: 'newUnion', personId: null, fromUnionId: null };
    const person = await this.people.lockByResidentNumber(
      tx,
      this.personalData.hash('residentNumber', residentNumber),
    );
    if (person === null || person.nameHash !== this.personalData.hash('name', name)) return nobody;
    const open = await this.members.findOpen(tx, person.id);
    // A union knows its own members.
    if (open?.unionId === to.id) throw new DomainError('TRANSFER_SAME_UNION');
    if (open === null || (await this.transfers.isUnderWay(tx, person.id))) return nobody;
    return { askedBy: 'newUnion', personId: person.id, fromUnionId: open.unionId };
  }

  private async requireFree(
    tx: Transaction,
    personId: string,
    fromUnionId: string,
    to: UnionRow,
  ): Promise<void> {
    if (fromUnionId === to.id) throw new DomainError('TRANSFER_SAME_UNION', { pointer: '/toUnionId' });
    await this.people.lockById(tx, personId);
    if (await this.transfers.isUnderWay(tx, personId)) throw new DomainError('TRANSFER_UNDER_WAY');
  }
}
