import './application.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { ListPage } from '../../../kit/list-page.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Invitation } from './application.model.js';
import { InvitationCard } from './invitation-card.js';

interface Values {
  readonly unionId: string;
  readonly lastDay: string;
  readonly usesMax: string;
  readonly note?: string;
}

/** Links by which people join at once, and messages with them. */
export function InvitationListPage() {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const list = useList('joinInvitation', '/invitations', {});
  return (
    <ListPage
      title={t('invitation.title')}
      tabs={<AreaTabs area="members" />}
      actions={
        <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
          {t('invitation.add')}
        </Button>
      }
      intro={
        <>
          <p className="hint">{t('invitation.hint')}</p>
          <p>
            <Link to="/applications">{t('application.title')}</Link>
          </p>
          {isAdding && <AddInvitation onDone={() => setIsAdding(false)} />}
        </>
      }
      list={list}
      empty={{ text: t('invitation.empty') }}
    >
      {(items) =>
        items.map((invitation: Invitation) => <InvitationCard key={invitation.id} invitation={invitation} />)
      }
    </ListPage>
  );
}

const days = 30;

function AddInvitation({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const create = useCommand('joinInvitation', 'post', '/invitations');
  const [own] = unionIdsOf('officer');
  const lastDay = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return (
    <section className="card" aria-label={t('invitation.add')}>
      <CommandForm
        command={create}
        input={({ unionId, lastDay: day, usesMax, note }: Values) => ({
          body: {
            unionId,
            expiresAt: `${day}T23:59:59+08:00`,
            usesMax: Number(usesMax),
            note: note?.trim() || null,
          },
        })}
        submit={t('invitation.create')}
        refused={t('invitation.notMade')}
        initialValues={{ usesMax: '50', lastDay, ...(own === undefined ? {} : { unionId: own }) }}
        onDone={onDone}
        onCancel={onDone}
      >
        <Form.Item
          name="unionId"
          label={t('invitation.union')}
          rules={[{ required: true, message: t('invitation.unionRequired') }]}
        >
          <UnionPicker none={t('invitation.unionRequired')} roles={['officer']} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item
            name="usesMax"
            label={t('invitation.usesMax')}
            rules={[{ required: true, pattern: /^[1-9]\d{0,3}$/, message: t('invitation.usesMaxRequired') }]}
          >
            <Input inputMode="numeric" maxLength={4} />
          </Form.Item>
          <Form.Item
            name="lastDay"
            label={t('invitation.lastDay')}
            extra={t('invitation.lastDayHint')}
            rules={[{ required: true, message: t('invitation.lastDayRequired') }]}
          >
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t('invitation.note')} extra={t('invitation.noteHint')}>
          <Input maxLength={100} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
