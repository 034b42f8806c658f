import '../../../kit/styles/union.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { WordsForm } from '../../../kit/words-form.js';
import { MemberName } from '../../../session/member-name.js';
import { useMemberName } from '../../../session/use-member-name.js';
import type { PaperErasure } from './paper-erasure.model.js';

interface PartProps {
  readonly erasure: PaperErasure;
}

export function PaperErasurePage() {
  const { erasureId = '' } = useParams();
  const erasure = useRead('paperErasure', '/paper-erasures/{erasureId}', { erasureId });
  return <Loaded query={erasure}>{(found) => <OnePaperErasure key={found.id} erasure={found} />}</Loaded>;
}

/** One request on paper: how it stands, what the reader may do, and nothing of what is kept of the person. */
export function OnePaperErasure({ erasure }: PartProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { state, effectiveAt, endedAt } = erasure;
  const name = useMemberName(erasure.personId, erasure.personName);
  const when = { at: instant(effectiveAt), ended: endedAt === null ? '' : instant(endedAt) };
  return (
    <>
      <PageHead title={t('paperErasure.title', { name })} back="/paper-erasures" />
      <p>
        <span className="tag">{t(`paperErasure.states.${state}`)}</span>{' '}
        {t(`paperErasure.stateHints.${state}`, when)}
      </p>
      <InTheWay erasure={erasure} />
      <Acts erasure={erasure} />
      <Facts erasure={erasure} />
    </>
  );
}

/** In general words: the officer learns neither how many there are nor which. */
function InTheWay({ erasure: { state, obstacles } }: PartProps) {
  const { t } = useTranslation();
  if (obstacles.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      title={t(state === 'filed' ? 'paperErasure.inTheWay' : 'paperErasure.wasInTheWay')}
      description={
        <ul className="plain-list">
          {obstacles.map((one) => (
            <li key={one}>{t(`paperErasure.obstacleOf.${one}`)}</li>
          ))}
        </ul>
      }
    />
  );
}

function Facts({ erasure }: PartProps) {
  const { t } = useTranslation();
  const { date, instant } = useFormat();
  const { memberId, personId, personName, decidedBy, decidedAt, note, refusal } = erasure;
  return (
    <dl className="card facts union-facts">
      <dt>{t('paperErasure.person')}</dt>
      <dd>
        <Link to={`/members/${memberId}`}>
          <MemberName personId={personId} mask={personName} />
        </Link>
      </dd>
      <dt>{t('paperErasure.union')}</dt>
      <dd>{erasure.unionName}</dd>
      <dt>{t('paperErasure.kind')}</dt>
      <dd>{t(`paperErasure.kinds.${erasure.paperKind}`)}</dd>
      <dt>{t('paperErasure.paperDate')}</dt>
      <dd>{date(erasure.paperDate)}</dd>
      <dt>{t('paperErasure.note')}</dt>
      <dd className="prose">{note ?? t('paperErasure.noNote')}</dd>
      <dt>{t('paperErasure.filedBy')}</dt>
      <dd>
        <MemberName personId={erasure.filedById} mask={erasure.filedBy} /> · {instant(erasure.filedAt)}
      </dd>
      {decidedBy !== null && decidedAt !== null && (
        <>
          <dt>{t('paperErasure.decidedBy')}</dt>
          <dd>
            <MemberName personId={erasure.decidedById} mask={decidedBy} /> · {instant(decidedAt)}
          </dd>
        </>
      )}
      {refusal !== null && (
        <>
          <dt>{t('paperErasure.refusal')}</dt>
          <dd className="prose">{refusal}</dd>
        </>
      )}
    </dl>
  );
}

function Acts({ erasure }: PartProps) {
  const { t } = useTranslation();
  const [isRefusing, setIsRefusing] = useState(false);
  const { acts } = erasure;
  if (acts.length === 0) return null;
  return (
    <section className="card" aria-label={t('paperErasure.acts')}>
      {acts.includes('confirm') && <p className="hint">{t('paperErasure.confirmHint')}</p>}
      {isRefusing ? (
        <Refuse erasure={erasure} onClose={() => setIsRefusing(false)} />
      ) : (
        <Buttons erasure={erasure} onRefuse={() => setIsRefusing(true)} />
      )}
    </section>
  );
}

function Buttons({ erasure, onRefuse }: PartProps & { readonly onRefuse: () => void }) {
  const { t } = useTranslation();
  const { id: erasureId, version, personName: name, acts } = erasure;
  const confirm = useCommand('paperErasure', 'post', '/paper-erasures/{erasureId}/confirm');
  const withdraw = useCommand('paperErasure', 'post', '/paper-erasures/{erasureId}/withdraw');
  const failed = [confirm, withdraw].find(({ isError }) => isError);
  return (
    <>
      {failed !== undefined && <Refusal title={t('paperErasure.refused')} error={failed.error} />}
      <div className="actions">
        {acts.includes('confirm') && (
          <ConfirmButton
            type="primary"
            danger
            loading={confirm.isPending}
            question={t('paperErasure.confirmQuestion', { name })}
            confirmText={t('paperErasure.confirm')}
            onConfirm={() => confirm.mutate({ erasureId, version })}
          >
            {t('paperErasure.confirm')}
          </ConfirmButton>
        )}
        {acts.includes('refuse') && <Button onClick={onRefuse}>{t('paperErasure.refuse')}</Button>}
        {acts.includes('withdraw') && (
          <ConfirmButton
            loading={withdraw.isPending}
            question={t('paperErasure.withdrawQuestion')}
            confirmText={t('paperErasure.withdraw')}
            onConfirm={() => withdraw.mutate({ erasureId, version })}
          >
            {t('paperErasure.withdraw')}
          </ConfirmButton>
        )}
      </div>
    </>
  );
}

function Refuse({ erasure, onClose }: PartProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { id: erasureId, version } = erasure;
  const refuse = useCommand('paperErasure', 'post', '/paper-erasures/{erasureId}/refuse');
  return (
    <WordsForm
      label={t('paperErasure.refuseReason')}
      required={t('paperErasure.refuseRequired')}
      submit={t('paperErasure.refuse')}
      refused={t('paperErasure.refused')}
      isPending={refuse.isPending}
      error={refuse.error}
      onSubmit={(reason) => refuse.mutate({ erasureId, version, body: { reason } }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
