import type { DrawOutReason } from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { Notice } from '@gongxiang/messaging/events';

/** Who has no seat by a draw: they wait, or were not in it. */
interface Lost {
  readonly result: 'waiting' | 'out';
  readonly personIds: readonly string[];
}

/** Those who drew a seat hear of it with the seat (`drawWon`), or are offered it as everybody is. */
export function drawLost(activityId: string, drawId: string, { result, personIds }: Lost): Notice {
  return {
    personIds,
    kind: 'drawLost',
    why: 'enteredDraw',
    about: { activityId },
    cause: `drawLost/${drawId}`,
    values: { result },
  };
}

/** Whoever has a seat by now is not told that they have lost. */
export function outOfDraw(
  activityId: string,
  drawId: string,
  outs: ReadonlyMap<DrawOutReason, readonly string[]>,
): Notice[] {
  const personIds = [...outs].flatMap(([reason, out]) => (reason === 'REGISTERED_ALREADY' ? [] : out));
  return [drawLost(activityId, drawId, { result: 'out', personIds })];
}
