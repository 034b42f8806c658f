import { useTranslation } from 'react-i18next';
import { request } from '../api/request.js';
import type { components } from '../api/schema.js';
import { SearchPicker } from '../kit/search-picker.js';

export type Member = components['schemas']['MemberView'];

interface MemberPickerProps {
  readonly label: string;
  /** Leaves out members who have not activated their account: they cannot be signed up. */
  readonly onlyActive?: boolean;
  readonly onPick: (member: Member) => void;
}

/** Finds a member by name, its pinyin or a number, within what the person may see. */
export function MemberPicker({ label, onlyActive = false, onPick }: MemberPickerProps) {
  const { t } = useTranslation();
  return (
    <SearchPicker<Member>
      label={label}
      placeholder={t('common.typeToSearchPerson')}
      queryKey={['member', 'found', onlyActive]}
      search={async (q, signal) => {
        const query = { q, limit: 10, ...(onlyActive ? { state: 'active' as const } : {}) };
        const { items } = await request('get', '/members', query, { signal });
        return items.filter(({ state }) => state !== 'ended');
      }}
      itemKey={(member) => member.id}
      // Two of one name are told apart by their union and by how their phones end.
      itemText={({ name, unionName, phone }) => (
        <>
          {name} <span className="hint">{unionName}</span> <span className="hint">{phone}</span>
        </>
      )}
      onPick={onPick}
    />
  );
}
