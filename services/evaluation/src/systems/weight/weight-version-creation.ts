import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  NodeWeighing,
  NodeWeights,
  WeightVersionView,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { newId } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { systemAwaitsMayChange } from '../indicator-system/system-awaits-due.js';
import type { WeightVersionRow } from './weight-version.entity.js';
import { computeWeights } from './weight-version.model.js';
import { WeightVersionRepository } from './weight-version.repository.js';
import { weightVersionView } from './weight-version-view.js';

/** The source of a version. */
interface WeighingSource {
  readonly nodes: NodeWeighing[];
  /** The round whose judgements were used. */
  readonly judgementRoundId: string | null;
}

/** Creates weight versions from manual input or from the judgements of a round. */
@Injectable()
export class WeightVersionCreation {
  constructor(private readonly weights: WeightVersionRepository) {}

  /**
   * Computes weights and stores them with all their inputs.
   * @param system locked, so that version numbers are unique
   * @throws DomainError as {@link computeWeights} does
   */
  async create(
    tx: Transaction,
    system: IndicatorSystemRow,
    { nodes: input, judgementRoundId }: WeighingSource,
  ): Promise<WeightVersionView> {
    const computed = computeWeights(system.nodes, input);
    const row: WeightVersionRow = {
      id: newId(),
      version: 1,
      indicatorSystemId: system.id,
      judgementRoundId,
      input,
      versionNumber: (await this.weights.lastVersionNumber(tx, system.id)) + 1,
      state: 'computed',
      ...computed,
      nodes: computed.nodes.map((node) => ({ ...node, rowsHash: hashOfRows(node, input) })),
      activatedAt: null,
      createdAt: tx.now,
    };
    await this.weights.insert(tx, row);
    await systemAwaitsMayChange(tx, system.id);
    const view = weightVersionView(row);
    tx.audit({ noun: 'weight-version', id: row.id, before: null, after: { ...view } });
    return view;
  }
}

/** Lets the owner of a table of values verify that it is the one that was used. */
function hashOfRows(node: NodeWeights, input: readonly NodeWeighing[]): string | null {
  if (node.scaling === null) return null;
  const rows = input.find(({ parentKey }) => parentKey === node.parentKey)?.rows ?? [];
  return createHash('sha256').update(canonicalJson(rows)).digest('hex');
}
