import { answerOf } from '../api/client.js';
import { api } from '../api/platform.js';
import type { components } from '../api/schema.js';
import { SearchPicker } from '../kit/search-picker.js';

export type Member = components['schemas']['MemberView'];

interface MemberPickerProps {
  readonly label: string;
  /** Those who are on the roster but have not activated their account cannot be signed up. */
  readonly onlyActive?: boolean;
  readonly onPick: (member: Member) => void;
}

/** Finds a member by name, within what the person may see. */
export function MemberPicker({ label, onlyActive = false, onPick }: MemberPickerProps) {
  return (
    <SearchPicker<Member>
      label={label}
      queryKey={['member', 'found', onlyActive]}
      search={async (q, signal) => {
        const query = { q, limit: 10, ...(onlyActive ? { state: 'active' as const } : {}) };
        const options = { params: { query }, signal };
        const { items } = await answerOf(api.GET('/api/v1/members', options));
        return items.filter(({ state }) => state !== 'ended');
      }}
      itemKey={(member) => member.id}
      itemText={({ name, unionName }) => (
        <>
          {name} <span className="hint">{unionName}</span>
        </>
      )}
      onPick={onPick}
    />
  );
}
