import { Injectable } from '@nestjs/common';
import type { ActionRule } from '@gongxiang/domain';
import { type Hint, Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from './reference.repository.js';

/** The audience of a hint. */
interface Audience {
  /** People who may see the subject by a role… */
  readonly rule: ActionRule;
  /** …at these unions, or above them… */
  readonly unionIds: readonly string[];
  /** …and these persons, whatever their roles. */
  readonly personIds?: readonly string[];
}

/** Hints to the open pages of people whom a union's object concerns by their roles. */
@Injectable()
export class RoleHints {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  /** Each person gets one hint, after the commit, whatever number of roles they hold. */
  async send(tx: Transaction, hint: Hint, { rule, unionIds, personIds = [] }: Audience): Promise<void> {
    const holders = await this.references.holdersOf(tx, rule, unionIds);
    this.push.hint(tx, [...new Set([...holders, ...personIds])], hint);
  }
}
