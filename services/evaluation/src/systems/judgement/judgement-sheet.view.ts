import type { JudgementSheetView } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import { parseJudgements } from '@gongxiang/domain/weighing';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import type { JudgementRoundRow, JudgeRow } from './judgement.entity.js';
import { consistencyOf, emptyUpper } from './judging.model.js';

/** A judge's view: only their own judgements, with their consistency. */
export function sheetView(
  round: JudgementRoundRow,
  judge: JudgeRow,
  system: IndicatorSystemRow,
): JudgementSheetView {
  const names = new Map(system.nodes.map(({ key, name }) => [key, name]));
  return {
    indicatorSystemName: system.name,
    indicatorSystemVersion: system.versionNumber,
    roundName: round.name,
    judgeName: judge.name,
    state: round.state,
    closesAt: round.closesAt.toISOString(),
    savedAt: judge.savedAt?.toISOString() ?? null,
    groups: round.groups.map(({ parentKey, items }) => {
      const said = judge.judgements.find((one) => one.parentKey === parentKey)?.upper;
      const upper = said ?? emptyUpper(items.length);
      return {
        parentKey,
        upper,
        title: parentKey === null ? null : (names.get(parentKey) ?? parentKey),
        items: items.map((key) => ({ key, name: names.get(key) ?? key })),
        ...consistencyOf(parseJudgements(items.length, upper)),
      };
    }),
  };
}
