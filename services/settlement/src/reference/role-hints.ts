import { Injectable } from '@nestjs/common';
import type { ActionRule } from '@gongxiang/domain';
import { type Hint, Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from './reference.repository.js';

/** Whom a hint concerns. */
export interface Audience {
  /** Who may see the thing: hinted at are those who may by a role… */
  readonly rule: ActionRule;
  /** …at the unions of these paths, or above them… */
  readonly paths: readonly string[];
  /** …and these persons, whatever their roles. */
  readonly personIds?: readonly string[];
}

/** Hints at the open pages of those whom something of a union concerns by their roles. */
@Injectable()
export class RoleHints {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  /** Each person is told once, after the commit, whatever number of roles he holds. */
  send(tx: Transaction, hint: Hint, { rule, ...audience }: Audience): Promise<void> {
    return this.sendAll(tx, rule, [{ hint, ...audience }]);
  }

  /** Several, each to an audience of its own: those who hold the roles are looked up once. */
  async sendAll(
    tx: Transaction,
    rule: ActionRule,
    hints: readonly (Omit<Audience, 'rule'> & { readonly hint: Hint })[],
  ): Promise<void> {
    const holders = await this.references.holdersOf(
      tx,
      rule,
      hints.map(({ paths }) => paths),
    );
    for (const [index, { hint, personIds = [] }] of hints.entries())
      this.push.hint(tx, [...new Set([...(holders[index] ?? []), ...personIds])], hint);
  }
}
