import { Injectable } from '@nestjs/common';
import type { ActionRule } from '@gongxiang/domain';
import { type Hint, Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from './reference.repository.js';

/** The recipients of a hint. */
interface Audience {
  /** Those who may see the thing by a role… */
  readonly rule: ActionRule;
  /** …at the unions of these paths, or above them… */
  readonly paths: readonly string[];
  /** …and these persons, whatever their roles. */
  readonly personIds?: readonly string[];
}

/** Sends hints to the open pages of people by their roles at unions. */
@Injectable()
export class RoleHints {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  /** Each person gets one hint, after the commit, however many roles they hold. */
  send(tx: Transaction, hint: Hint, { rule, ...audience }: Audience): Promise<void> {
    return this.sendAll(tx, rule, [{ hint, ...audience }]);
  }

  /** Sends several hints, each to its own audience, with a single lookup of the role holders. */
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
