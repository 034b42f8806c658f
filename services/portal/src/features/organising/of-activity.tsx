import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ProblemError } from '../../api/problem.js';
import { NotFoundPage } from '../../shell/dead-ends.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { useActivity } from '../activity/use-activities.js';
import type { Activity } from './activity-form.js';

/** The activity that the address names, with all that may become of asking for it. */
export function OfActivity({ children }: { readonly children: (activity: Activity) => ReactNode }) {
  const { activityId = '' } = useParams();
  const { data, error, isPending, refetch } = useActivity(activityId);
  if (isPending) return <LoadingState rows={8} />;
  if (data !== undefined) return children(data);
  // 400 is an address that holds no id at all.
  const isMissing = error instanceof ProblemError && [400, 404].includes(error.problem.status);
  return isMissing ? <NotFoundPage /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}
