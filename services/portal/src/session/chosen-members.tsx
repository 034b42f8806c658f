import './members-field.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedMember } from './members-field.model.js';
import { useMemberName } from './use-member-name.js';

const shownMax = 20;

interface ChosenMembersProps {
  readonly members: readonly PickedMember[];
  readonly onChange: (members: readonly PickedMember[]) => void;
}

/** Whom a list has so far, each to be taken out: the first ones, as a list may have thousands. Its texts are those of `membersField`. */
export function ChosenMembers({ members, onChange }: ChosenMembersProps) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  if (members.length === 0) return null;
  const shown = showsAll ? members : members.slice(0, shownMax);
  return (
    <>
      <ul className="chosen-members">
        {shown.map((member) => (
          <Chosen
            key={member.personId}
            member={member}
            onRemove={() => onChange(members.filter(({ personId }) => personId !== member.personId))}
          />
        ))}
      </ul>
      {members.length > 1 && (
        <div className="actions">
          {members.length > shown.length && (
            <Button onClick={() => setShowsAll(true)}>
              {t('membersField.showAll', { count: members.length })}
            </Button>
          )}
          <Button onClick={() => onChange([])}>{t('membersField.removeAll')}</Button>
        </div>
      )}
    </>
  );
}

interface ChosenProps {
  readonly member: PickedMember;
  readonly onRemove: () => void;
}

/** Whoever was chosen before this form was opened may be named by a mask. */
function Chosen({ member, onRemove }: ChosenProps) {
  const { t } = useTranslation();
  const name = useMemberName(member.personId, member.name);
  return (
    <li>
      <span>
        {name} <span className="hint">{member.unionName}</span>
      </span>
      <Button aria-label={t('membersField.removeNamed', { name })} onClick={onRemove}>
        {t('membersField.remove')}
      </Button>
    </li>
  );
}
