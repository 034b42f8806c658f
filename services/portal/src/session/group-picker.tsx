import './group-picker.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../api/use-read.js';
import { Choice } from '../kit/choice.js';
import { Picked } from '../kit/search-picker.js';
import { ErrorState } from '../kit/states.js';
import { UnionPicker } from './union-picker.js';

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
}

interface GroupPickerProps {
  readonly id?: string;
  readonly label: string;
  /** The union whose groups are offered first. */
  readonly unionId?: string;
  readonly onPick: (group: NamedGroup) => void;
}

/** As many as one union has at most. */
const groupsMax = 200;

/** A group of one of the unions where the reader is an officer: the union first, as two unions may each have a group of that name. */
export function GroupPicker({ id, label, unionId: first, onPick }: GroupPickerProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const unionId = chosen ?? first;
  const groups = useRead(
    'group',
    '/unions/{unionId}/groups',
    unionId === undefined ? undefined : { unionId, limit: groupsMax },
  );
  return (
    <div className="group-picker">
      <UnionPicker
        roles={['officer']}
        label={t('groupPicker.union')}
        none={t('groupPicker.chooseUnion')}
        onChange={setChosen}
        {...(unionId === undefined ? {} : { value: unionId })}
      />
      {groups.error !== null && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data !== undefined && (
        <Groups
          {...(id === undefined ? {} : { id })}
          label={label}
          groups={groups.data.items}
          onPick={onPick}
        />
      )}
    </div>
  );
}

interface GroupsProps extends Pick<GroupPickerProps, 'id' | 'label' | 'onPick'> {
  readonly groups: readonly (NamedGroup & { readonly active: boolean })[];
}

function Groups({ groups, onPick, ...choice }: GroupsProps) {
  const { t } = useTranslation();
  const active = groups.filter((group) => group.active);
  if (active.length === 0)
    return (
      <p className="hint">
        {t('groupPicker.none')} <Link to="/groups">{t('groupPicker.toGroups')}</Link>
      </p>
    );
  const pick = (groupId: string | undefined): void => {
    const group = active.find((one) => one.id === groupId);
    if (group !== undefined) onPick({ id: group.id, name: group.name });
  };
  return (
    <Choice<string>
      {...choice}
      options={[
        { value: '', label: t('groupPicker.choose') },
        ...active.map((group) => ({ value: group.id, label: group.name })),
      ]}
      onChange={pick}
    />
  );
}

interface PickedGroupProps extends Omit<GroupPickerProps, 'onPick'> {
  readonly value?: NamedGroup | undefined;
  readonly onChange?: (group: NamedGroup | undefined) => void;
}

/** A field for one group: the picker until one is picked, then its name. */
export function PickedGroup({ value, onChange, ...picker }: PickedGroupProps) {
  if (value === undefined) return <GroupPicker {...picker} onPick={(group) => onChange?.(group)} />;
  return <Picked id={picker.id} name={value.name} onClear={() => onChange?.(undefined)} />;
}
