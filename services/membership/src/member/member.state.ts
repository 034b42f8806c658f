import type { MemberState } from '@gongxiang/contracts';
import type { MembershipRow } from './membership.entity.js';

/** What other services are told of a member; the version is that of the person, which counts every change of both. */
export function memberStateOf(
  person: { readonly id: string; readonly version: number; readonly maskedName: string },
  membership: Pick<MembershipRow, 'unionId' | 'state' | 'validFrom' | 'validTo'>,
): MemberState & Record<string, unknown> {
  const { unionId, state, validFrom, validTo } = membership;
  return {
    personId: person.id,
    version: person.version,
    maskedName: person.maskedName,
    unionId,
    state,
    validFrom,
    validTo,
  };
}
