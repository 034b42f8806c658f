import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { isPublic } from './indicator-state.model.js';
import type { IndicatorSystemRow } from './indicator-system.entity.js';
import { IndicatorSystemRepository } from './indicator-system.repository.js';

/** Authorises viewing and editing of versions. */
@Injectable()
export class IndicatorSystemAccess {
  constructor(
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also for an unpublished version if the caller may not edit it; `NOT_PERMITTED` */
  async lockEditable(tx: Transaction, id: string): Promise<IndicatorSystemRow> {
    const row = await this.systems.lock(tx, id);
    const union = await this.references.union(tx, row.unionId);
    tx.authorise(actions.tendIndicators, { paths: [union.path], visible: isPublic(row.state) });
    return row;
  }

  /** @throws DomainError `NOT_FOUND`, with the pointer */
  async findVisible(tx: Transaction, id: string, pointer?: string): Promise<IndicatorSystemRow> {
    tx.authorise(actions.seePublished, {});
    try {
      const row = await this.systems.find(tx, id);
      if (isPublic(row.state)) return row;
      const union = await this.references.union(tx, row.unionId);
      tx.authorise(actions.tendIndicators, { paths: [union.path] });
      return row;
    } catch (error) {
      const isHidden = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw isHidden && pointer !== undefined ? new DomainError('NOT_FOUND', { pointer }) : error;
    }
  }
}
