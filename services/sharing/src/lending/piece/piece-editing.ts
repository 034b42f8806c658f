import { Injectable } from '@nestjs/common';
import type { PieceHolder, PieceView } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import type { PieceRow } from '../custody/custody.entity.js';
import { CustodyRepository, type Hand } from '../custody/custody.repository.js';
import { shownCode } from '../custody/label-code.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { managedBy } from '../resource/resource.model.js';
import { ResourceRepository } from '../resource/resource.repository.js';
import { pieceState } from './piece.model.js';

/** Loads pieces for managers of a resource, and builds their views. */
@Injectable()
export class PieceEditing {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly custody: CustodyRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async lockManaged(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    const resource = await this.resources.lockById(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    await this.authoriseManager(tx, resource);
    return resource;
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async findManaged(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    const resource = await this.resources.findById(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    await this.authoriseManager(tx, resource);
    return resource;
  }

  save(tx: Transaction, resource: ResourceRow): Promise<void> {
    return this.resources.update(tx, resource);
  }

  async view(tx: Transaction, piece: PieceRow): Promise<PieceView> {
    const [view] = await this.views(tx, [piece]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  async views(tx: Transaction, pieces: readonly PieceRow[]): Promise<PieceView[]> {
    const ids = pieces.map(({ id }) => id);
    const hands = await this.custody.handsOf(tx, ids);
    const broken = await this.custody.outOfService(tx, ids);
    return pieces.map((piece) => {
      const { id, version, resourceId, label, serial, condition, note, place, retiredAt } = piece;
      const hand = hands.get(id);
      const state = pieceState({ retiredAt, isOut: hand !== undefined, isOutOfService: broken.has(id) });
      const audited = { id, version, resourceId, label, serial, condition, note, place, state };
      return { ...audited, code: shownCode(piece.code), holder: hand === undefined ? null : holderOf(hand) };
    });
  }

  private async authoriseManager(tx: Transaction, resource: ResourceRow): Promise<void> {
    const owner = await this.references.union(tx, resource.ownerUnionId);
    await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
  }
}

function holderOf({ loanId, borrowerUnionName, outAt, dueAt }: Hand): PieceHolder {
  return { loanId, borrowerUnionName, since: outAt.toISOString(), dueAt: dueAt.toISOString() };
}
