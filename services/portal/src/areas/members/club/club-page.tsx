import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from 'antd';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import { UnionName } from '../../../session/union-name.js';
import type { Club } from './club.model.js';
import { ClubMembers } from './club-members.js';
import { OwnTerm } from './own-term.js';

const AddClubMember = lazyPart('AddClubMember', () => import('./add-club-member.js'));

export function ClubPage() {
  const { clubId = '' } = useParams();
  const club = useRead('club', '/clubs/{clubId}', { clubId });
  return <Loaded query={club}>{(data) => <OneClub key={data.id} club={data} />}</Loaded>;
}

function OneClub({ club }: { readonly club: Club }) {
  const { t } = useTranslation();
  const mayManage = useReaches(club.unionId, ['officer']);
  const sees = useReaches(club.unionId);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <PageHead title={club.name} back="/parties?kind=club">
        {mayManage && (
          <Button aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
            {t('club.add')}
          </Button>
        )}
      </PageHead>
      <dl className="card facts union-facts">
        <dt>{t('club.union')}</dt>
        <dd>
          <UnionName unionId={club.unionId} />
        </dd>
      </dl>
      <RecognitionsOf subjectId={club.id} />
      <OwnTerm club={club} />
      {isAdding && <AddClubMember clubId={club.id} onClose={() => setIsAdding(false)} />}
      {(sees || club.mine?.validTo === null) && <ClubMembers club={club} mayManage={mayManage} sees={sees} />}
    </>
  );
}
