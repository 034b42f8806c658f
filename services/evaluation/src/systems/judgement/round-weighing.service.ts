import { Injectable } from '@nestjs/common';
import {
  judgementRoundContract,
  type WeighByRoundRequest,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import type {
  NodeWeighing,
  WeightVersionView,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { WeightVersionCreation } from '../weight/weight-version-creation.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { JudgeRepository } from './judge.repository.js';
import type { JudgementRoundRow } from './judgement.entity.js';
import { JudgementRoundAccess } from './judgement-round-access.js';
import { countedJudges } from './judgement-round-reader.service.js';
import { weighingsOf } from './judging.model.js';

/** Creates a weight version from the judgements of a round; it is activated like any other. */
@Injectable()
export class RoundWeighingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roundAccess: JudgementRoundAccess,
    private readonly judges: JudgeRepository,
    private readonly weights: WeightVersionRepository,
    private readonly making: WeightVersionCreation,
  ) {}

  /** @throws DomainError `ROUND_OPEN`, `JUDGES_MISSING`, `JUDGEMENTS_DISCONNECTED`, `NODE_WEIGHTS_MISSING` */
  @Handles(judgementRoundContract.weigh)
  weigh(request: WeighByRoundRequest, call: CallContext): Promise<Outcome<WeightVersionView>> {
    return this.transactions.command(call, judgementRoundContract.weigh, request, async (tx) => {
      const round = await this.roundAccess.findEditable(tx, request.judgementRoundId);
      if (round.state !== 'closed') throw new DomainError('ROUND_OPEN');
      const system = await this.roundAccess.lockSystem(tx, round.indicatorSystemId);
      const { solver = 'eigenvector', randomIndex = 'saaty-1980' } = request;
      const judges = countedJudges(await this.judges.of(tx, [round.id]));
      const judged = weighingsOf(round.groups, judges, { solver, randomIndex });
      const given = requestedNodes(request.nodes ?? [], round);
      const nodes = [...given, ...(await this.inForce(tx, round, given)), ...judged];
      return this.making.create(tx, system, { nodes, judgementRoundId: round.id });
    });
  }

  /** The weights in force of the groups that neither the round nor the request weighs. */
  private async inForce(
    tx: Transaction,
    round: JudgementRoundRow,
    given: readonly NodeWeighing[],
  ): Promise<NodeWeighing[]> {
    const active = await this.weights.findActive(tx, round.indicatorSystemId);
    const weighed = new Set([...round.groups, ...given].map(({ parentKey }) => parentKey));
    return (active?.input ?? []).filter(({ parentKey }) => !weighed.has(parentKey));
  }
}

/** @throws DomainError `DUPLICATE_ID` for a group that the judges were asked about */
function requestedNodes(nodes: readonly NodeWeighing[], { groups }: JudgementRoundRow): NodeWeighing[] {
  const judged = new Set(groups.map(({ parentKey }) => parentKey));
  return nodes.map((node, index) => {
    if (!judged.has(node.parentKey)) return node;
    const params = { id: node.parentKey ?? '' };
    throw new DomainError('DUPLICATE_ID', { pointer: `/nodes/${index}/parentKey`, params });
  });
}
