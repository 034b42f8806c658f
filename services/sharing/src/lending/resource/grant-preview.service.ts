import { Injectable } from '@nestjs/common';
import {
  grantContract,
  type GrantPreviewView,
  type PreviewGrantRequest,
} from '@gongxiang/contracts/sharing/lending/grant.contract';
import { type CallContext, newPeriod, overlaps, type Period } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { GrantChanges } from './grant-changes.js';
import { GrantRepository, type NamedBorrower } from './grant.repository.js';
import { checkGrantee, includes } from './grantee.model.js';
import { reaches, type Right } from './right.model.js';

/** A network has some thousands of unions; beyond this number the answer says how many it covers. */
const unionsMax = 20_000;
const examplesMax = 10;
/** An open-ended term, if none was given. */
const forEver = new Date('9999-12-31T00:00:00Z');

/**
 * Previews whom a right would reach, by the rule that decides each loan, applied to every union that could borrow.
 */
@Injectable()
export class GrantPreviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: GrantRepository,
    private readonly changes: GrantChanges,
  ) {}

  @Handles(grantContract.preview)
  preview(request: PreviewGrantRequest, call: CallContext): Promise<GrantPreviewView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.changes.findManaged(tx, request.resourceId);
      const grantee = checkGrantee(request.to);
      const term = termOf(request, tx.now);
      const facts = await this.changes.requireKnown(tx, resource.id, grantee);
      const unions = await this.grants.possibleBorrowers(tx, resource.ownerUnionId, unionsMax);
      const reached = unions.filter((union) => includes(grantee, facts, union));
      const rights = (await this.grants.inForce(tx, [resource.id], term)).get(resource.id) ?? [];
      return {
        reached: reached.length,
        of: unions.length,
        examples: reached
          .slice(0, examplesMax)
          .map(({ unionId: id, name, sizeClass }) => ({ id, name, sizeClass })),
        overlaps: overlapsWith(
          reached,
          rights.filter((right) => right.id !== request.grantId && overlaps(right.term, term)),
        ),
      };
    });
  }
}

function overlapsWith(
  reached: readonly NamedBorrower[],
  rights: readonly Right[],
): GrantPreviewView['overlaps'] {
  return rights.flatMap((right) => {
    const unions = reached.filter((union) => reaches(right, union)).length;
    return unions === 0 ? [] : [{ grantId: right.id, unions }];
  });
}

function termOf({ from, until }: PreviewGrantRequest, now: Date): Period {
  return newPeriod(from ? new Date(from) : now, until ? new Date(until) : forEver, '/until');
}
