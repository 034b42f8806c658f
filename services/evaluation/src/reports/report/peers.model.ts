import type {
  PeerFigure,
  PeerFigureName,
  ReportFigures,
} from '@gongxiang/contracts/evaluation/reports/report.contract';
import { thresholdDefault } from '../../surveys/survey/suppression.model.js';

/** What unions are compared by, in the order in which it is shown. */
const compared: readonly PeerFigureName[] = [
  'activities',
  'heads',
  'costPerHead',
  'satisfaction',
  'score',
  'smallFirmShare',
];
/** Of these a small one is the better. */
const lessIsBetter: readonly PeerFigureName[] = ['costPerHead'];

/**
 * The position of a union among its peers. A figure that fewer than five of them have is not compared, because
 * somebody who knows the others could derive the remaining one.
 * @param peers all of them, the union among them
 */
export function peerFigures(own: ReportFigures, peers: readonly ReportFigures[]): PeerFigure[] {
  return compared.map((figure): PeerFigure => {
    const values = peers.flatMap((peer) => peer[figure] ?? []).sort((a, b) => a - b);
    const mine = own[figure];
    const hidden = { unions: null, lowerQuartile: null, median: null, upperQuartile: null, place: null };
    if (values.length < thresholdDefault) return { figure, own: mine, ...hidden };
    return {
      figure,
      own: mine,
      unions: values.length,
      lowerQuartile: quantile(values, 0.25),
      median: quantile(values, 0.5),
      upperQuartile: quantile(values, 0.75),
      place: mine === null ? null : placeOf(mine, values, lessIsBetter.includes(figure)),
    };
  });
}

/**
 * A quantile between two values by their distance: type 7 of Hyndman & Fan, "Sample Quantiles in Statistical Packages",
 * The American Statistician 50, 1996; as R, numpy and PERCENTILE.INC have it.
 * @param sorted ascending, at least one
 */
export function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (place - Math.floor(place)) * (above - below);
}

function placeOf(value: number, values: readonly number[], isLessBetter: boolean): number {
  return 1 + values.filter((other) => (isLessBetter ? other < value : other > value)).length;
}
