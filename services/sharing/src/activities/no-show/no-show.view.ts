import type {
  MyNoShowView,
  NoShowCountView,
  NoShowLineView,
} from '@gongxiang/contracts/sharing/activities/no-show.contract';
import type { FoundNoShow, NoShowCount } from './no-show.repository.js';

export function ownViewOf(found: FoundNoShow): MyNoShowView {
  return { ...factsOf(found), activityTitle: found.activityTitle };
}

export function lineViewOf(found: FoundNoShow): NoShowLineView {
  const { personId, unionName } = found;
  return { ...factsOf(found), personId, maskedName: found.maskedName ?? '*', unionName };
}

export function countViewOf({ startsAt, ...count }: NoShowCount): NoShowCountView {
  return { ...count, startsAt: startsAt.toISOString() };
}

function factsOf(found: FoundNoShow): Omit<MyNoShowView, 'activityTitle'> {
  const { id, version, activityId, state, appealText, decisionReason } = found;
  return {
    id,
    version,
    activityId,
    state,
    appealText,
    decisionReason,
    occurredAt: found.occurredAt.toISOString(),
    appealedAt: found.appealedAt?.toISOString() ?? null,
    decidedAt: found.decidedAt?.toISOString() ?? null,
  };
}
