import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  givenAndReceivedContract,
  type GivenAndReceivedRequest,
  type GivenAndReceivedView,
  type LendingGraphRequest,
  type LendingGraphView,
  type OfferSuggestionsRequest,
  type OfferSuggestionsView,
  type SharingBelowRequest,
  type SharingBelowView,
  type SharingFiguresView,
} from '@gongxiang/contracts/sharing/finding/given-and-received.contract';
import { type CallContext, dayMs, DomainError, newPeriod, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { bothWays, monthsWith, partnersOf, suggestionsOf } from './given-and-received.model.js';
import { GivenAndReceivedRepository } from './given-and-received.repository.js';
import { linesOf, monthsOfBelow } from './sharing-below.model.js';
import { SharingBelowRepository } from './sharing-below.repository.js';
import { monthsOf, periodOf } from './sharing-period.model.js';

const idleDaysDefault = 90;
const figuresDays = 365;

/** Exchange between unions. An account is visible to officers of the union or above it. */
@Injectable()
export class GivenAndReceivedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: GivenAndReceivedRepository,
    private readonly below: SharingBelowRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `PERIOD_EMPTY`, `SHARING_PERIOD_TOO_LONG` */
  @Handles(givenAndReceivedContract.get)
  get(request: GivenAndReceivedRequest, call: CallContext): Promise<GivenAndReceivedView> {
    return this.transactions.read(call, async (tx) => {
      const { id: unionId, name: unionName } = await unionOf(tx, request.unionId);
      const period = periodOf(request);
      const flows = await this.flows.flowsOf(tx, period, unionId);
      const names = await this.flows.namesOf(
        tx,
        flows.flatMap(({ giverId, receiverId }) => [giverId, receiverId]),
      );
      return {
        unionId,
        unionName,
        from: period.start.toISOString(),
        to: period.end.toISOString(),
        ...bothWays(flows, unionId),
        ...partnersOf(flows, unionId, names),
        months: monthsWith(monthsOf(period), flows, unionId),
      };
    });
  }

  /** The exchange graph: pairs are named if the caller is an officer on a side, the others are one sum. */
  @Handles(givenAndReceivedContract.graph)
  graph(request: LendingGraphRequest, call: CallContext): Promise<LendingGraphView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeSupplyAndDemand, {});
      const within = reachOf(call.actor, actions.seeGivenAndReceived);
      const rows = await this.flows.edges(tx, periodOf(request), within);
      const rest = { pairs: 0, loans: 0, hours: 0, seats: 0 };
      const edges: LendingGraphView['edges'] = [];
      for (const { fromId, toId, pairs, ...edge } of rows) {
        const { loans, hours, seats } = edge;
        if (fromId !== null && toId !== null) edges.push({ ...edge, fromId, toId });
        else Object.assign(rest, { pairs, loans, hours, seats });
      }
      return { edges, rest };
    });
  }

  /** What a union might offer next, and which of its resources are idle. @throws DomainError `NOT_FOUND` */
  @Handles(givenAndReceivedContract.suggest)
  suggest(request: OfferSuggestionsRequest, call: CallContext): Promise<OfferSuggestionsView> {
    return this.transactions.read(call, async (tx) => {
      const { id } = await unionOf(tx, request.unionId);
      const idleSince = new Date(tx.now.getTime() - (request.idleDays ?? idleDaysDefault) * dayMs);
      const items = suggestionsOf(await this.flows.ownResources(tx, id), idleSince);
      return { items, nextCursor: null };
    });
  }

  /** Of a branch of the tree. @throws DomainError `NOT_FOUND`, `PERIOD_EMPTY`, `SHARING_PERIOD_TOO_LONG` */
  @Handles(givenAndReceivedContract.below)
  getBelow(request: SharingBelowRequest, call: CallContext): Promise<SharingBelowView> {
    return this.transactions.read(call, async (tx) => {
      const { id: unionId, name: unionName, path } = await unionOf(tx, request.unionId);
      const period = periodOf(request);
      const sums = await this.below.sums(tx, path, period);
      return {
        unionId,
        unionName,
        unions: linesOf(await this.below.unions(tx, path), sums),
        months: monthsOfBelow(monthsOf(period), sums),
      };
    });
  }

  /** Public, without sign-in: sums of the whole network, which name no union and no person. */
  @Handles(givenAndReceivedContract.figures)
  figures(_request: NoRequest, call: CallContext): Promise<SharingFiguresView> {
    return this.transactions.read(call, async (tx) => {
      const start = new Date(tx.now.getTime() - figuresDays * dayMs);
      return { since: start.toISOString(), ...(await this.flows.figures(tx, newPeriod(start, tx.now))) };
    });
  }
}

/** The union, for its officers and those above it. */
async function unionOf(tx: Transaction, unionId: string): Promise<UnionRef> {
  tx.authorise(actions.seeSupplyAndDemand, {});
  const union = await tx.sql.findOneBy(UnionRef, { id: unionId.toLowerCase() });
  if (union === null) throw new DomainError('NOT_FOUND');
  tx.authorise(actions.seeGivenAndReceived, { paths: [union.path] });
  return union;
}
