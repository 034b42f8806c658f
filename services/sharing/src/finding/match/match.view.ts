import type { MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { Locale } from '@gongxiang/domain';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import { reasonText } from './reason-text.model.js';

export function matchView(row: TitledMatch, locale: Locale): MatchView {
  const { id, version, needId, needTitle, ownerUnionId, ownerUnionName, want, score, state } = row;
  return {
    id,
    version,
    needId,
    needTitle,
    ownerUnionId,
    ownerUnionName,
    want,
    score,
    state,
    offer: { kind: row.offerKind, id: row.offerId, title: row.offerTitle },
    computedAt: row.computedAt.toISOString(),
    proposedAt: row.proposedAt?.toISOString() ?? null,
    outcome: row.outcome && { ...row.outcome },
    reasons: row.reasons.map((reason) => ({
      ...reason,
      params: { ...reason.params },
      text: reasonText(reason, locale),
    })),
  };
}
