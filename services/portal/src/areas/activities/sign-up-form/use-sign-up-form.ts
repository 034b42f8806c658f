import { useRead } from '../../../api/use-read.js';

/** The questions at sign-up; not read where the activity has none. */
export function useSignUpForm({ id, formVersion }: { readonly id: string; readonly formVersion: number }) {
  return useRead(
    'activity',
    '/activities/{activityId}/sign-up-form',
    formVersion > 0 ? { activityId: id } : undefined,
  );
}
