import './members-field.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChosenMembers } from './chosen-members.js';
import { type Member, MemberPicker } from './member-picker.js';
import { type PickedMember, withMembers } from './members-field.model.js';
import { PastedMembers } from './pasted-members.js';
import { UnionMembers } from './union-members.js';
import type { RoleName } from './use-offices.js';

interface MembersFieldProps {
  readonly id?: string;
  readonly value?: readonly PickedMember[];
  readonly onChange?: (members: readonly PickedMember[]) => void;
  /** Names the field in which somebody is looked for. */
  readonly label: string;
  readonly max: number;
  /** Leaves out members who have not activated their account. */
  readonly onlyActive?: boolean;
  /** Leaves out retained members, who have no vote. */
  readonly onlyFull?: boolean;
  /** Offers the unions where the person holds one of these, there or above. */
  readonly roles: readonly RoleName[];
}

/**
 * Puts a list of people together: one by one by name, pinyin or number; all members of a union or of a group; or from a
 * pasted list, of which it says who was not found.
 */
export function MembersField(props: MembersFieldProps) {
  const { id, value = [], onChange, label, max, onlyActive = false, onlyFull = false, roles } = props;
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const fits = ({ state, standing }: Member): boolean =>
    state !== 'ended' && (!onlyActive || state === 'active') && (!onlyFull || standing === 'full');
  const add = (found: readonly Member[]): void => {
    const { members, count, left } = withMembers(value, found.filter(fits), max);
    onChange?.(members);
    setSaid(left > 0 ? t('membersField.full', { count, left, max }) : t('membersField.added', { count }));
  };
  return (
    <div className="members-field" role="group" aria-label={label} {...(id === undefined ? {} : { id })}>
      <p className="hint" role="status">
        {[said, value.length > 0 ? t('membersField.count', { count: value.length }) : '']
          .filter((part) => part !== '')
          .join(' ')}
      </p>
      <ChosenMembers
        members={value}
        onChange={(members) => {
          setSaid('');
          onChange?.(members);
        }}
      />
      {value.length < max && (
        <>
          <MemberPicker label={label} onlyActive={onlyActive} onPick={(member) => add([member])} />
          <UnionMembers roles={roles} max={max} onlyActive={onlyActive} onlyFull={onlyFull} onFound={add} />
          <PastedMembers fits={fits} onFound={add} />
        </>
      )}
    </div>
  );
}
