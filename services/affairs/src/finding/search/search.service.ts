import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import { type CallContext, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { groupsFound, type Transaction, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { actions as bulletinsActions } from '../../bulletins/actions.js';
import { AudienceRepository } from '../../bulletins/audience/audience.repository.js';
import { actions as circlesActions } from '../../circles/actions.js';
import { actions as listingsActions } from '../../listings/actions.js';
import { actions as mattersActions } from '../../matters/actions.js';
import { actions as recordsActions } from '../../records/actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions as worksActions } from '../../works/actions.js';
import { type Reader, SearchRepository } from './search.repository.js';

/** Who sees more of each kind than those for whom it is: whoever tends it. */
const tending = {
  serviceItem: mattersActions.manageServices,
  bulletin: bulletinsActions.manageBulletins,
  vacancy: listingsActions.manageVacancies,
  benefit: listingsActions.manageBenefits,
  circle: circlesActions.moderateCircles,
  worksCall: worksActions.manageWorksCalls,
  course: recordsActions.manageCourses,
} as const;

/** Services, bulletins, vacancies and whatever else unions offer, by title: what the list of each shows to the reader. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: SearchRepository,
    private readonly references: ReferenceRepository,
    private readonly audiences: AudienceRepository,
  ) {}

  @Handles(searchContract('affairs').find)
  find({ q, kind, limit = searchLimitDefault }: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(mattersActions.seeServices, {});
      const reader = await this.readerOf(tx);
      const typed = typedTitleOf(q);
      const groups = await groupsFound(searchKindsOf.affairs, { kind, limit }, async (one) => {
        const found = await this.things.find(tx, one, { typed, reader, limit });
        return found.map((thing) => ({ ...thing, at: null }));
      });
      return { groups };
    });
  }

  private async readerOf(tx: Transaction): Promise<Reader> {
    const { actor } = tx.call;
    const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
    return {
      personId: tx.personId,
      audiences: await this.audiences.keysOf(tx, actor),
      upwards,
      tended: (kind) => reachOf(actor, tending[kind]),
    };
  }
}
