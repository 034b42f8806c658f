import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, useRead } from '../api/use-read.js';
import { Choice } from '../kit/choice.js';
import { Refusal } from '../kit/states.js';
import { readWhole } from '../kit/use-whole-list.js';
import type { Member } from './member-picker.js';
import { UnionPicker } from './union-picker.js';
import type { RoleName } from './use-offices.js';

interface UnionMembersProps {
  readonly roles: readonly RoleName[];
  readonly max: number;
  readonly onlyActive: boolean;
  readonly onlyFull: boolean;
  readonly onFound: (members: readonly Member[]) => void;
}

const groupsMax = 200;

/** Adds all members of a union and of those below it, or of one of its groups. */
export function UnionMembers({ roles, max, onlyActive, onlyFull, onFound }: UnionMembersProps) {
  const { t } = useTranslation();
  const [union, setUnion] = useState<string>();
  const [group, setGroup] = useState<string>();
  const groups = useRead(
    'group',
    '/unions/{unionId}/groups',
    union === undefined ? undefined : { unionId: union, limit: groupsMax },
  );
  const active = (groups.data?.items ?? []).filter((one) => one.active);
  const addAll = useMutation({
    mutationFn: async () => {
      const filters = {
        ...(union === undefined ? {} : { union }),
        ...(group === undefined ? {} : { group }),
        ...(onlyActive ? { state: 'active' as const } : { open: true as const }),
        ...(onlyFull ? { standing: 'full' as const } : {}),
      };
      const { items } = await readWhole(pagesOf('/members', filters), max);
      return items;
    },
    onSuccess: onFound,
  });
  const choose = (unionId: string | undefined): void => {
    setUnion(unionId);
    setGroup(undefined);
  };
  return (
    <details>
      <summary>{t('membersField.ofUnion')}</summary>
      <UnionPicker
        roles={roles}
        label={t('membersField.union')}
        none={t('membersField.noUnion')}
        onChange={choose}
        {...(union === undefined ? {} : { value: union })}
      />
      {active.length > 0 && (
        <Choice
          label={t('membersField.group')}
          options={[
            { value: '', label: t('membersField.everybody') },
            ...active.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setGroup}
          {...(group === undefined ? {} : { value: group })}
        />
      )}
      <Button disabled={union === undefined} loading={addAll.isPending} onClick={() => addAll.mutate()}>
        {t('membersField.addAll')}
      </Button>
      {addAll.isError && <Refusal title={t('common.failed')} error={addAll.error} />}
      {addAll.data?.length === 0 && <p className="hint">{t('membersField.nobody')}</p>}
    </details>
  );
}
