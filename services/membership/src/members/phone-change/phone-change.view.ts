import type {
  PhoneChangeView,
  PublicPhoneChangeView,
} from '@gongxiang/contracts/membership/members/phone-change.contract';
import type { PhoneChangeRow } from './phone-change.entity.js';

/** For the person; phones are masked. */
export function phoneChangeView(row: PhoneChangeRow): PhoneChangeView {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    newPhone: row.newMasked,
    oldPhone: row.oldMasked,
    byUnion: row.correctionId !== null,
    askedAt: row.askedAt.toISOString(),
    codesUntil: row.state === 'asked' ? (row.codesUntil?.toISOString() ?? null) : null,
    effectiveAt: row.state === 'waiting' ? (row.effectiveAt?.toISOString() ?? null) : null,
    endedAt: row.endedAt?.toISOString() ?? null,
    stoppedBy: row.stoppedBy,
  };
}

/** For the holder of the old phone. */
export function publicPhoneChangeView(row: PhoneChangeRow): PublicPhoneChangeView {
  const { state, newPhone, byUnion, effectiveAt } = phoneChangeView(row);
  return { state, newPhone, byUnion, effectiveAt };
}
