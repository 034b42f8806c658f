import { useRead } from '../../../api/use-read.js';
import { DecisionSpeed } from '../filing-statistics/decision-speed.js';

/** How fast a union decides on applications. */
export function ApplicationStatistics({ unionId }: { readonly unionId: string | undefined }) {
  const { data } = useRead(
    'application',
    '/unions/{unionId}/application-statistics',
    unionId === undefined ? undefined : { unionId },
  );
  if (data === undefined || unionId === undefined) return null;
  return <DecisionSpeed unionId={unionId} figures={data} hasDeadline />;
}
