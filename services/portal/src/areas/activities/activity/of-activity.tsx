import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { useActivity } from './use-activities.js';
import type { Activity } from './activity-form.js';

/** The activity that the address names, with all that may become of asking for it. */
export function OfActivity({ children }: { readonly children: (activity: Activity) => ReactNode }) {
  const { activityId = '' } = useParams();
  return <Loaded query={useActivity(activityId)}>{children}</Loaded>;
}
