import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { useActivity } from './use-activities.js';
import type { Activity } from './activity-form.js';

/** The activity of the address: loading, not found, failed, or shown. */
export function OfActivity({ children }: { readonly children: (activity: Activity) => ReactNode }) {
  const { activityId = '' } = useParams();
  return <Loaded query={useActivity(activityId)}>{children}</Loaded>;
}
