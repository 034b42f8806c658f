import type { WeighedSystem } from '@gongxiang/contracts/evaluation/scores/score.contract';
import type {
  TuningReportSummary,
  TuningReportView,
} from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { Locale } from '@gongxiang/domain';
import { adviceOf } from './advice-texts.model.js';
import { advisedOn } from './advice.model.js';
import { sentenceOf } from './finding-texts.model.js';
import type { TuningReportRow } from './tuning.entity.js';

type Systems = ReadonlyMap<string, WeighedSystem>;

export function tuningSummary(row: TuningReportRow, systems: Systems): TuningReportSummary {
  const { id, indicatorSystemId, weightVersionId, from, to, counts, inputsHash } = row;
  const system = systems.get(indicatorSystemId);
  return {
    id,
    indicatorSystemId,
    weightVersionId,
    from,
    to,
    inputsHash,
    ...counts,
    indicatorSystemName: system?.indicatorSystemName ?? '',
    indicatorSystemVersion: system?.indicatorSystemVersion ?? 1,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A report with its sentences in the reader's language. */
export function tuningView(row: TuningReportRow, systems: Systems, locale: Locale): TuningReportView {
  const { nodes, items, redundant, weights, drifts } = row.detail;
  return {
    ...tuningSummary(row, systems),
    nodes: [...nodes],
    items: [...items],
    redundant: [...redundant],
    weights: [...weights],
    drifts: [...drifts],
    // Advised when it is read, so that older reports do not ask for more than their sample bears either.
    findings: advisedOn(row.findings, row.detail).map((finding) => ({
      kind: finding.kind,
      keys: [...finding.keys],
      advice: adviceOf(finding, locale),
      text: sentenceOf(finding, locale),
      figures: { ...finding.figures },
      suggestion: finding.suggestion,
    })),
  };
}
