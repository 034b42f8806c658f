import './application.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import type { Invitation } from './application.model.js';
import { InvitationCard } from './invitation-card.js';

const AddInvitation = lazyPart('AddInvitation', () => import('./add-invitation.js'), { rows: 6 });

/** Links by which people join at once, and messages with them. */
export function InvitationListPage() {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const list = useList('joinInvitation', '/invitations', {});
  return (
    <ListPage
      title={t('app.page.joinInvitations')}
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
