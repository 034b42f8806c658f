import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';

/** The groups of one union, for its officers. */
export function GroupListPage() {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [isAdding, setIsAdding] = useState(false);
  const unionId = search.get('union') ?? unionIdsOf('officer')[0];
  const list = useList('group', '/unions/{unionId}/groups', unionId === undefined ? undefined : { unionId });
  return (
    <ListPage
      title={t('group.title')}
      actions={
        unionId !== undefined && (
          <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
            {t('group.add')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('group.hint')}</p>
          {isAdding && unionId !== undefined && (
            <AddGroup unionId={unionId} onClose={() => setIsAdding(false)} />
          )}
        </>
      }
      filters={
        <UnionPicker
          label={t('group.union')}
          roles={['officer']}
          none={t('group.chooseUnion')}
          {...(unionId === undefined ? {} : { value: unionId })}
          onChange={(union) => setSearch(union === undefined ? {} : { union })}
        />
      }
      list={list}
      empty={{ text: t('group.empty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'name',
            title: t('group.name'),
            cell: ({ id, name, active }) => (
              <>
                <Link to={`/groups/${id}`} className="cell-link">
                  {name}
                </Link>
                {!active && <span className="tag">{t('group.dissolved')}</span>}
              </>
            ),
          },
          {
            key: 'leader',
            title: t('group.leader'),
            cell: ({ leaderName }) => leaderName ?? t('common.none'),
          },
          { key: 'members', title: t('group.members'), cell: ({ members }) => members },
        ],
      }}
    />
  );
}

function AddGroup({ unionId, onClose }: { readonly unionId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('group', 'post', '/unions/{unionId}/groups');
  return (
    <section className="card" aria-label={t('group.add')}>
      <CommandForm
        name="group"
        command={create}
        input={({ name }: { readonly name: string }) => ({ unionId, body: { name: name.trim() } })}
        submit={t('group.add')}
        refused={t('group.refused')}
        onDone={({ id }) => void navigate(`/groups/${id}`)}
        onCancel={onClose}
        cancel={t('group.close')}
      >
        <Form.Item
          name="name"
          label={t('group.name')}
          extra={t('group.nameExample')}
          rules={[{ required: true, whitespace: true, message: t('group.nameRequired') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
