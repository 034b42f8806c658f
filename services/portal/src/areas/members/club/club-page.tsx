import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from 'antd';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import type { RoleName } from '../../../session/use-offices.js';
import { UnionName } from '../../../session/union-name.js';
import type { Club } from './club.model.js';
import { ClubActivities } from './club-activities.js';
import { ClubMembers } from './club-members.js';
import { ClosedNotice } from '../party/closed-notice.js';
import { OwnTerm } from './own-term.js';

const DelegationSection = lazyPart('DelegationSection', () => import('../delegation/delegation-section.js'), {
  texts: ['delegation'],
});
const CloseClub = lazyPart('CloseClub', () => import('./close-club.js'));
const OwnAnnouncements = lazyPart('OwnAnnouncements', () => import('../announcement/own-announcements.js'), {
  texts: ['announcement'],
});
const AddClubMember = lazyPart('AddClubMember', () => import('./add-club-member.js'));

const closers: readonly RoleName[] = ['officer', 'operator'];

export function ClubPage() {
  const { clubId = '' } = useParams();
  const club = useRead('club', '/clubs/{clubId}', { clubId });
  return <Loaded query={club}>{(data) => <OneClub key={data.id} club={data} />}</Loaded>;
}

function OneClub({ club }: { readonly club: Club }) {
  const { t } = useTranslation();
  const mayManage = useReaches(club.unionId, ['officer']);
  const mayClose = useReaches(club.unionId, closers);
  const [act, setAct] = useState<'add' | 'close' | null>(null);
  const [from] = useState(() => new Date().toISOString());
  const toggle = (name: 'add' | 'close'): void => setAct(act === name ? null : name);
  return (
    <>
      <PageHead title={club.name} back="/parties?kind=club">
        {club.active && (
          <>
            {mayManage && (
              <Button aria-expanded={act === 'add'} onClick={() => toggle('add')}>
                {t('club.add')}
              </Button>
            )}
            {mayClose && (
              <Button aria-expanded={act === 'close'} onClick={() => toggle('close')}>
                {t('partyClosing.close.club')}
              </Button>
            )}
          </>
        )}
      </PageHead>
      <ClosedClub club={club} mayReopen={mayClose} />
      {act === 'add' && <AddClubMember clubId={club.id} onClose={() => setAct(null)} />}
      {act === 'close' && <CloseClub club={club} onClose={() => setAct(null)} />}
      <dl className="card facts union-facts">
        <dt>{t('club.union')}</dt>
        <dd>
          <UnionName unionId={club.unionId} />
        </dd>
      </dl>
      <OwnTerm club={club} />
      <ClubActivities club={club} from={from} />
      <DelegationSection matterKind="club" matterId={club.id} />
      <AnnouncementsOf club={club} />
      <RecognitionsOf subjectId={club.id} />
      <MembersOf club={club} mayManage={mayManage} />
    </>
  );
}

/** For those who work for its union and whoever acts in its name. */
function AnnouncementsOf({ club }: { readonly club: Club }) {
  const mayManage = useReaches(club.unionId, ['officer']);
  const sees = useReaches(club.unionId, ['officer', 'organiser', 'auditor']);
  const represents = useDelegated().holds({ kind: 'club', id: club.id });
  if (!sees && !represents) return null;
  return <OwnAnnouncements writer="club" of={club} mayWrite={mayManage || represents} />;
}

interface MembersOfProps {
  readonly club: Club;
  readonly mayManage: boolean;
}

/** For those who work for its union, whoever acts in its name, and those who are in it. */
function MembersOf({ club, mayManage }: MembersOfProps) {
  const represents = useDelegated().holds({ kind: 'club', id: club.id });
  const sees = useReaches(club.unionId) || represents;
  if (!sees && club.mine?.validTo !== null) return null;
  return <ClubMembers club={club} mayRemove={mayManage || represents} sees={sees} />;
}

interface ClosedClubProps {
  readonly club: Club;
  readonly mayReopen: boolean;
}

function ClosedClub({ club, mayReopen }: ClosedClubProps) {
  const reopen = useCommand('club', 'post', '/clubs/{clubId}/reopen');
  const { id: clubId, version } = club;
  return (
    <ClosedNotice
      party={club}
      {...(mayReopen && { reopen, onReopen: () => reopen.mutate({ clubId, version }) })}
    />
  );
}
