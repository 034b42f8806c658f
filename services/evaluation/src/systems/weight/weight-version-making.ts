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
import type { WeightVersionRow } from './weight-version.entity.js';
import { computeWeights } from './weight-version.model.js';
import { WeightVersionRepository } from './weight-version.repository.js';
import { weightVersionView } from './weight-version-view.js';

/** What a version is made of. */
export interface WeighingSource {
  readonly nodes: NodeWeighing[];
  /** The round whose judges have judged. */
  readonly judgementRoundId: string | null;
}

/** Makes weight versions, by hand or from the judges of a round. */
@Injectable()
export class WeightVersionMaking {
  constructor(private readonly weights: WeightVersionRepository) {}

  /**
   * Computes weights and keeps them with all that they were computed from.
   * @param system locked, so that each version has a number of its own
   * @throws DomainError whatever {@link computeWeights} throws
   */
  async make(
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
    const view = weightVersionView(row);
    tx.audit({ noun: 'weight-version', id: row.id, before: null, after: { ...view } });
    return view;
  }
}

/** So that whoever has the table of values can tell whether it is the one that was weighed. */
function hashOfRows(node: NodeWeights, input: readonly NodeWeighing[]): string | null {
  if (node.scaling === null) return null;
  const rows = input.find(({ parentKey }) => parentKey === node.parentKey)?.rows ?? [];
  return createHash('sha256').update(canonicalJson(rows)).digest('hex');
}
