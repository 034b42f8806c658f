import '../../../kit/styles/union.css';
import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { Loaded } from '../../../kit/loaded.js';
import { unionQuery, useReaches } from '../../../session/use-may-manage.js';
import { WaitingChange } from '../pending-change/waiting-change.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import type { RoleName } from '../../../session/use-offices.js';
import { RoleSection } from './role-section.js';
import { duesReaders } from '../dues/use-dues-offices.js';
import { UnionFacts } from './union-facts.js';
import { UnionTree } from './union-tree.js';
import type { Union } from './union-form.model.js';

const JoiningPolicy = lazyPart('JoiningPolicy', () => import('../application/joining-policy.js'), {
  texts: ['application'],
});
const MoveMembers = lazyPart('MoveMembers', () => import('../union-transfer/move-members.js'), {
  texts: ['unionTransfer'],
});
const AddUnion = lazyPart('AddUnion', () => import('./add-union.js'), { rows: 6 });
const ChangeUnion = lazyPart('ChangeUnion', () => import('./change-union.js'), { rows: 6 });

const managers: readonly RoleName[] = ['officer', 'operator'];
const censusReaders: readonly RoleName[] = ['officer', 'auditor'];
const roleReaders: readonly RoleName[] = ['officer', 'operator', 'auditor'];

export function UnionPage() {
  const { unionId = '' } = useParams();
  const union = useQuery(unionQuery(unionId));
  return <Loaded query={union}>{(data) => <OneUnion key={data.id} union={data} />}</Loaded>;
}

type Act = 'change' | 'add' | 'joining' | 'move';

function OneUnion({ union }: { readonly union: Union }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayManage = useReaches(union.id, managers);
  const seesRoles = useReaches(union.id, roleReaders);
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const button = (name: Act): void => setAct(act === name ? null : name);
  return (
    <>
      <PageHead title={union.name} back="/unions">
        {mayManage && (
          <>
            <Button aria-expanded={act === 'change'} onClick={() => button('change')}>
              {t('union.change')}
            </Button>
            <Button aria-expanded={act === 'add'} onClick={() => button('add')}>
              {t('union.add')}
            </Button>
            <Button aria-expanded={act === 'joining'} onClick={() => button('joining')}>
              {t('union.joining')}
            </Button>
            {union.parentId !== null && (
              <Button aria-expanded={act === 'move'} onClick={() => button('move')}>
                {t('union.moveMembers')}
              </Button>
            )}
            <Preload part={ChangeUnion} />
            <Preload part={AddUnion} />
          </>
        )}
      </PageHead>
      {act === 'change' && <ChangeUnion union={union} onClose={close} />}
      {act === 'add' && (
        <AddUnion parent={union} onAdded={({ id }) => void navigate(`/unions/${id}`)} onClose={close} />
      )}
      {act === 'move' && <MoveMembers union={union} onClose={close} />}
      {act === 'joining' && <JoiningPolicy unionId={union.id} isRoot={union.parentId === null} />}
      <UnionFacts union={union} />
      <WaitingChange pendingChangeId={seesRoles ? union.pendingChangeId : null} />
      <UnionLinks union={union} mayManage={mayManage} seesRoles={seesRoles} />
      <RecognitionsOf subjectId={union.id} />
      {seesRoles && <RoleSection union={union} mayManage={mayManage} />}
      <section className="card" aria-labelledby="below-title">
        <h2 id="below-title">{t('union.below')}</h2>
        <UnionTree label={t('union.below')} roots={[union]} />
      </section>
    </>
  );
}

interface UnionLinksProps {
  readonly union: Union;
  readonly mayManage: boolean;
  readonly seesRoles: boolean;
}

/** What else there is of a union, as far as the person may see it. */
function UnionLinks({ union, mayManage, seesRoles }: UnionLinksProps) {
  const { t } = useTranslation();
  const seesCensus = useReaches(union.id, censusReaders);
  const seesDues = useReaches(union.id, duesReaders);
  return (
    <div className="actions notice">
      {seesRoles && <Link to={`/members?union=${union.id}`}>{t('union.members')}</Link>}
      {mayManage && <Link to={`/member-imports?union=${union.id}`}>{t('union.imports')}</Link>}
      {seesCensus && <Link to={`/census?union=${union.id}`}>{t('union.census')}</Link>}
      {seesDues && <Link to={`/dues?union=${union.id}`}>{t('union.dues')}</Link>}
      {mayManage && <Link to={`/groups?union=${union.id}`}>{t('union.groups')}</Link>}
      {mayManage && <Link to={`/served-members?union=${union.id}`}>{t('union.served')}</Link>}
      {mayManage && <Link to={`/union-transfers?union=${union.id}`}>{t('union.unionTransfers')}</Link>}
      {mayManage && <Link to={`/applications?union=${union.id}`}>{t('union.applications')}</Link>}
      <Link to={`/contact-points?union=${union.id}`}>{t('union.contactPoints')}</Link>
      {union.active && <Link to={`/public/unions/${union.id}`}>{t('union.publicPage')}</Link>}
    </div>
  );
}
