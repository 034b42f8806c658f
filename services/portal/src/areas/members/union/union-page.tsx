import '../../../kit/styles/union.css';
import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../../kit/button-link.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { unionQuery, useReaches } from '../../../session/use-may-manage.js';
import { WaitingChange } from '../pending-change/waiting-change.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import type { RoleName } from '../../../session/use-offices.js';
import { RoleSection } from './role-section.js';
import { duesReaders } from '../dues/use-dues-offices.js';
import { ClosedUnion, UnionFacts } from './union-facts.js';
import { UnionsBelow } from './union-tree.js';
import type { Union } from './union-form.model.js';

const JoiningPolicy = lazyPart('JoiningPolicy', () => import('../application/joining-policy.js'), {
  texts: ['application'],
});
const MoveMembers = lazyPart('MoveMembers', () => import('../union-transfer/move-members.js'), {
  texts: ['unionTransfer'],
});
const CloseUnion = lazyPart('CloseUnion', () => import('../union-closing/close-union.js'), {
  texts: ['unionClosing', 'partyClosing'],
});
const MoveUnion = lazyPart('MoveUnion', () => import('./move-union.js'), { texts: ['unionMove'] });
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

type Act = 'change' | 'add' | 'joining' | 'place' | 'move' | 'close';

function OneUnion({ union }: { readonly union: Union }) {
  const { t } = useTranslation();
  const isManager = useReaches(union.id, managers);
  const mayManage = isManager && union.active;
  const seesRoles = useReaches(union.id, roleReaders);
  const [act, setAct] = useState<Act | null>(null);
  const button = (name: Act): void => setAct(act === name ? null : name);
  return (
    <DetailPage
      title={union.name}
      back="/unions"
      state={!union.active && <span className="tag">{t('union.inactive')}</span>}
      primary={
        mayManage && <ActButton of={['add', t('union.addUnder')]} act={act} onPress={button} isFirst />
      }
      secondary={mayManage && <Acts act={act} onPress={button} />}
      more={
        mayManage && union.parentId !== null && <RareActs unionId={union.id} act={act} onPress={button} />
      }
      notices={
        <>
          {act !== null && <ChosenAct union={union} act={act} onClose={() => setAct(null)} />}
          <ClosedUnion union={union} />
          <WaitingChange pendingChangeId={seesRoles ? union.pendingChangeId : null} />
        </>
      }
      aside={<UnionLinks union={union} mayManage={isManager} seesRoles={seesRoles} />}
      below={seesRoles && <RoleSection union={union} mayManage={mayManage} />}
    >
      <UnionFacts union={union} />
      <RecognitionsOf subjectId={union.id} />
      <section className="card" aria-labelledby="below-title">
        <h2 id="below-title">{t('union.below')}</h2>
        <UnionsBelow label={t('union.below')} parentId={union.id} />
      </section>
    </DetailPage>
  );
}

interface ChosenActProps {
  readonly union: Union;
  readonly act: Act;
  readonly onClose: () => void;
}

/** The form of the act that was pressed. */
function ChosenAct({ union, act, onClose }: ChosenActProps) {
  const navigate = useNavigate();
  if (act === 'change') return <ChangeUnion union={union} onClose={onClose} />;
  if (act === 'close') return <CloseUnion union={union} onClose={onClose} />;
  if (act === 'place') return <MoveUnion union={union} onClose={onClose} />;
  if (act === 'move') return <MoveMembers union={union} onClose={onClose} />;
  if (act === 'joining') return <JoiningPolicy unionId={union.id} isRoot={union.parentId === null} />;
  return <AddUnion parent={union} onAdded={({ id }) => void navigate(`/unions/${id}`)} onClose={onClose} />;
}

interface ActsProps {
  readonly act: Act | null;
  readonly onPress: (act: Act) => void;
}

/** What its officers may do with a union that is in use. */
function Acts(props: ActsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ActButton of={['change', t('union.change')]} {...props} />
      <ActButton of={['joining', t('union.joining')]} {...props} />
      <Preload part={ChangeUnion} />
      <Preload part={AddUnion} />
    </>
  );
}

/** All but the root can move, lose its members, merge, or be closed. */
function RareActs({ unionId, ...props }: ActsProps & { readonly unionId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <ActButton of={['place', t('union.moveUnion')]} {...props} />
      <ActButton of={['move', t('union.moveMembers')]} {...props} />
      <ButtonLink to={`/unions/${unionId}/merger`} isPlain>
        {t('union.merge')}
      </ButtonLink>
      <ActButton of={['close', t('union.closeUnion')]} {...props} isDanger />
    </>
  );
}

interface ActButtonProps extends ActsProps {
  readonly of: readonly [act: Act, text: string];
  readonly isFirst?: boolean;
  readonly isDanger?: boolean;
}

function ActButton({ of: [name, text], act, onPress, isFirst = false, isDanger = false }: ActButtonProps) {
  return (
    <Button
      type={isFirst ? 'primary' : 'default'}
      danger={isDanger}
      aria-expanded={act === name}
      onClick={() => onPress(name)}
    >
      {text}
    </Button>
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
    <nav className="card union-links" aria-label={union.name}>
      {(seesRoles || seesCensus || seesDues) && (
        <section aria-labelledby="member-links">
          <h2 id="member-links">{t('union.linksOf.members')}</h2>
          {seesRoles && <Link to={`/members?union=${union.id}`}>{t('union.members')}</Link>}
          {mayManage && <MemberLinks unionId={union.id} />}
          {seesDues && <Link to={`/dues?union=${union.id}`}>{t('union.dues')}</Link>}
          {seesCensus && <Link to={`/census?union=${union.id}`}>{t('union.census')}</Link>}
        </section>
      )}
      <section aria-labelledby="union-links">
        <h2 id="union-links">{t('union.linksOf.union')}</h2>
        {union.active && <Link to={`/public/unions/${union.id}`}>{t('union.publicPage')}</Link>}
        <Link to={`/unions/${union.id}/committees`}>{t('union.committees')}</Link>
        <Link to={`/contact-points?union=${union.id}`}>{t('union.contactPoints')}</Link>
        {mayManage && (
          <>
            <Link to={`/union-transfers?union=${union.id}`}>{t('union.unionTransfers')}</Link>
            <Link to={`/union-closings?union=${union.id}`}>{t('union.unionClosings')}</Link>
          </>
        )}
      </section>
    </nav>
  );
}

function MemberLinks({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/applications?union=${unionId}`}>{t('union.applications')}</Link>
      <Link to={`/member-imports?union=${unionId}`}>{t('union.imports')}</Link>
      <Link to={`/groups?union=${unionId}`}>{t('union.groups')}</Link>
      <Link to={`/served-members?union=${unionId}`}>{t('union.served')}</Link>
    </>
  );
}
