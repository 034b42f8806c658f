import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DataTable } from '../../../kit/data-table.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { MemberPicker } from '../../../session/member-picker.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Group, GroupMember } from './group.model.js';
import { GroupSignUps } from './group-sign-ups.js';

const OwnAnnouncements = lazyPart('OwnAnnouncements', () => import('../announcement/own-announcements.js'), {
  texts: ['announcement'],
});

/** One group: its leader sees who is in it, officers manage it. */
export function GroupPage() {
  const { groupId = '' } = useParams();
  const group = useRead('group', '/groups/{groupId}', { groupId });
  return <Loaded query={group}>{(found) => <OneGroup key={found.id} group={found} />}</Loaded>;
}

function OneGroup({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const mayManage = useReaches(group.unionId, ['officer']);
  const leads = useMe().data?.personId === group.leaderId;
  const [isAdding, setIsAdding] = useState(false);
  const change = useCommand('group', 'put', '/groups/{groupId}');
  const { id: groupId, version, name, leaderId, leaderName, active } = group;
  const save = (part: { readonly leaderId?: string | null; readonly active?: boolean }): void =>
    change.mutate({ groupId, version, body: { name, leaderId, active, ...part } });
  return (
    <>
      <PageHead title={name} back={mayManage ? `/groups?union=${group.unionId}` : '/my'}>
        {mayManage && (
          <GroupActs
            group={group}
            isPending={change.isPending}
            isAdding={isAdding}
            onAdd={() => setIsAdding(!isAdding)}
            onActive={(wanted) => save({ active: wanted })}
          />
        )}
      </PageHead>
      {change.isError && <Refusal title={t('group.refused')} error={change.error} />}
      <section className="card">
        <dl className="facts">
          <dt>{t('group.union')}</dt>
          <dd>{group.unionName}</dd>
          <dt>{t('group.leader')}</dt>
          <dd>{leaderName ?? t('group.noLeader')}</dd>
        </dl>
      </section>
      {isAdding && <AddGroupMember groupId={groupId} />}
      <GroupMembers
        group={group}
        mayManage={mayManage && active}
        onLead={(personId) => save({ leaderId: personId })}
      />
      <GroupSignUps groupId={groupId} />
      <OwnAnnouncements writer="group" of={group} mayWrite={mayManage || leads} />
    </>
  );
}

interface GroupActsProps {
  readonly group: Group;
  readonly isPending: boolean;
  readonly isAdding: boolean;
  readonly onAdd: () => void;
  readonly onActive: (active: boolean) => void;
}

function GroupActs({ group: { name, active }, isPending, isAdding, onAdd, onActive }: GroupActsProps) {
  const { t } = useTranslation();
  if (!active)
    return (
      <Button loading={isPending} onClick={() => onActive(true)}>
        {t('group.reopen')}
      </Button>
    );
  return (
    <>
      <Button type="primary" aria-expanded={isAdding} onClick={onAdd}>
        {t('group.addMember')}
      </Button>
      <ConfirmButton
        danger
        loading={isPending}
        question={t('group.dissolveQuestion', { name })}
        confirmText={t('group.dissolve')}
        onConfirm={() => onActive(false)}
      >
        {t('group.dissolve')}
      </ConfirmButton>
    </>
  );
}

function AddGroupMember({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation();
  const add = useCommand('group', 'post', '/groups/{groupId}/members');
  return (
    <section className="card" aria-label={t('group.addMember')}>
      <p className="hint">{t('group.addHint')}</p>
      <MemberPicker
        label={t('group.find')}
        onPick={({ personId }) => add.mutate({ groupId, body: { personId } })}
      />
      {add.isError && <Refusal title={t('group.refused')} error={add.error} />}
    </section>
  );
}

interface GroupMembersProps {
  readonly group: Group;
  readonly mayManage: boolean;
  readonly onLead: (personId: string) => void;
}

function GroupMembers({ group, mayManage, onLead }: GroupMembersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useCommand('group', 'post', '/groups/{groupId}/members/{groupMemberId}/end');
  const list = useList('group', '/groups/{groupId}/members', { groupId: group.id });
  const actions = ({ id, version, personId, name, leads }: GroupMember) => (
    <div className="actions">
      {!leads && <Button onClick={() => onLead(personId)}>{t('group.makeLeader')}</Button>}
      <ConfirmButton
        question={t('group.endQuestion', { name })}
        confirmText={t('group.end')}
        onConfirm={() => end.mutate({ groupId: group.id, groupMemberId: id, version })}
      >
        {t('group.end')}
      </ConfirmButton>
    </div>
  );
  return (
    <section className="card" aria-labelledby="group-members-title">
      <h2 id="group-members-title">{t('group.members')}</h2>
      {end.isError && <Refusal title={t('group.refused')} error={end.error} />}
      <PagedList list={list} empty={{ text: t('group.nobody') }}>
        {(items) => (
          <DataTable
            caption={t('group.members')}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: t('group.person'),
                cell: ({ name, leads }) => (
                  <>
                    {name} {leads && <span className="tag">{t('group.leader')}</span>}
                  </>
                ),
              },
              { key: 'from', title: t('group.from'), cell: ({ validFrom }) => format.date(validFrom) },
              ...(mayManage ? [{ key: 'act', title: t('group.act'), cell: actions }] : []),
            ]}
          />
        )}
      </PagedList>
    </section>
  );
}
