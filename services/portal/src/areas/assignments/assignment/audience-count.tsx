import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Refusal } from '../../../kit/states.js';
import type { AssignmentContent } from './assignment.model.js';

type Audience = Pick<AssignmentContent, 'scope' | 'unionIds' | 'branchIds'>;

/** To how many unions it would go as it is chosen now; undefined until it is known. */
export function useAudienceCount(unionId: string | undefined, { scope, unionIds, branchIds }: Audience) {
  const body = { scope, unionIds, branchIds };
  return useQuery({
    queryKey: ['assignmentSet', 'audience', unionId, body],
    queryFn: ({ signal }) =>
      request('post', '/unions/{unionId}/assignment-audience', { unionId: unionId ?? '', body }, { signal }),
    enabled: unionId !== undefined,
  });
}

interface AudienceCountProps {
  readonly unionId: string | undefined;
  readonly audience: Audience;
}

/** How many unions are reached, said before it is given. */
export function AudienceCount({ unionId, audience }: AudienceCountProps) {
  const { t } = useTranslation();
  const { data, isError, error } = useAudienceCount(unionId, audience);
  return (
    <div role="status">
      {data !== undefined && (
        <p>
          <strong>{t('assignment.audience.count', { count: data.unions })}</strong>
        </p>
      )}
      {data !== undefined && data.unknown > 0 && (
        <p className="field-error">{t('assignment.audience.unknown', { count: data.unknown })}</p>
      )}
      {isError && <Refusal title={t('assignment.audience.notCounted')} error={error} />}
    </div>
  );
}
