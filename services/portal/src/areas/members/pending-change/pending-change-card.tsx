import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { UnionName } from '../../../session/union-name.js';
import { useMe } from '../../../session/use-session.js';
import { useNameOf } from '../../../session/use-name-of.js';

const UnionMovePreview = lazyPart('UnionMovePreview', () => import('../union-move/union-move-preview.js'), {
  rows: 6,
  texts: ['unionMove', 'party'],
});

type Schemas = components['schemas'];
export type PendingChange = Schemas['PendingChangeView'];

/** One change: who proposed it, how it ended, and what the reader can do about it. */
export function PendingChangeCard({ change }: { readonly change: PendingChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useMe();
  const title = useTitle(change);
  const nameOf = useNameOf();
  const { state, reason, unionName, proposedAt, decidedAt, validTo } = change;
  const proposer = nameOf(change.proposedBy, change.proposerName);
  const isMine = change.proposedBy === me?.personId && (state === 'waiting' || state === 'offered');
  return (
    <article className="card" aria-label={title}>
      <h2>{title}</h2>
      <p>
        {unionName} <span className="tag">{t(`pendingChange.state.${state}`)}</span>
      </p>
      {validTo !== null && <p>{t('pendingChange.until', { day: format.date(validTo) })}</p>}
      <Differences change={change} />
      <MoveToDecide change={change} isMine={isMine} />
      <p className="hint">
        {t('pendingChange.proposed', { name: proposer, time: format.instant(proposedAt) })}
      </p>
      {decidedAt !== null && (
        <p className="hint">{t('pendingChange.decided', { time: format.instant(decidedAt) })}</p>
      )}
      {reason !== null && <p>{t('pendingChange.reason', { reason })}</p>}
      {change.waitsForMe && <Decision change={change} title={title} />}
      {isMine && <Withdrawal change={change} title={title} />}
    </article>
  );
}

function useTitle({ kind, role, subjectName, state, waitsForMe }: PendingChange): string {
  const { t } = useTranslation();
  if (role !== null && state === 'offered' && waitsForMe)
    return t('pendingChange.title.offer', { role: t(`role.roles.${role}`) });
  if (role !== null)
    return t('pendingChange.title.role', { name: subjectName, role: t(`role.roles.${role}`) });
  return t(`pendingChange.title.${kind as Exclude<typeof kind, 'role'>}`, { name: subjectName });
}

function Differences({ change: { changes } }: { readonly change: PendingChange }) {
  const { t } = useTranslation();
  const words = useValueWords();
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {field === 'parentId' && before !== null && after !== null ? (
            <MovedUnion before={before} after={after} />
          ) : (
            t('pendingChange.difference', {
              field: t(`pendingChange.field.${field}`),
              before: words(field, before),
              after: words(field, after),
            })
          )}
        </li>
      ))}
    </ul>
  );
}

/** From below one union to below another one. */
function MovedUnion({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t('pendingChange.moved')} <UnionName unionId={before} /> → <UnionName unionId={after} />
    </>
  );
}

interface MoveToDecideProps {
  readonly change: PendingChange;
  readonly isMine: boolean;
}

/** Of a union that is to move: what goes along, and what changes for whom, for those who propose and decide. */
function MoveToDecide({ change: { unionId, changes, state, waitsForMe }, isMine }: MoveToDecideProps) {
  const parentId = changes.find(({ field }) => field === 'parentId')?.after ?? null;
  if (parentId === null || state !== 'waiting' || !(waitsForMe || isMine)) return null;
  return <UnionMovePreview unionId={unionId} parentId={parentId} />;
}

type Field = PendingChange['changes'][number]['field'];

/** A code in words; names and figures as they are. */
function useValueWords(): (field: Field, value: string | null) => string {
  const { t } = useTranslation();
  return (field, value) => {
    if (value === null) return t('common.none');
    if (field === 'tier') return t(`union.tiers.${value as NonNullable<Schemas['UnionView']['tier']>}`);
    if (field === 'sector')
      return t(`party.sectors.${value as NonNullable<Schemas['EnterpriseView']['sector']>}`);
    if (field === 'sizeClass') return t(`party.sizes.${value as Schemas['EnterpriseView']['sizeClass']}`);
    return value;
  };
}

interface ActProps {
  readonly change: PendingChange;
  readonly title: string;
}

function Decision({ change, title }: ActProps) {
  const { t } = useTranslation();
  const confirm = useCommand('pendingChange', 'post', '/pending-changes/{pendingChangeId}/confirm');
  const refuse = useCommand('pendingChange', 'post', '/pending-changes/{pendingChangeId}/refuse');
  const reason = useReason();
  const pendingChangeId = change.id;
  const isPending = confirm.isPending || refuse.isPending;
  const isOffer = change.state === 'offered';
  // A role that is confirmed is then offered to its person, who accepts or declines it.
  const act = isOffer ? 'accept' : 'confirm';
  const outcome = isOffer ? 'acceptQuestion' : change.kind === 'role' ? 'offerQuestion' : 'confirmQuestion';
  const refusal = isOffer ? 'decline' : 'refuse';
  return (
    <>
      {confirm.isError && <Refusal title={t('pendingChange.notDone')} error={confirm.error} />}
      <ConfirmButton
        type="primary"
        disabled={isPending}
        question={t(`pendingChange.${outcome}`, { title })}
        confirmText={t(`pendingChange.${act}`)}
        onConfirm={() => confirm.mutate({ pendingChangeId })}
      >
        {t(`pendingChange.${act}`)}
      </ConfirmButton>
      <details className="register-others">
        <summary>{t(`pendingChange.${refusal}`)}</summary>
        <ReasonField
          reason={reason}
          label={t('pendingChange.refuseReason')}
          required={t('pendingChange.reasonRequired')}
        />
        {refuse.isError && <Refusal title={t('pendingChange.notDone')} error={refuse.error} />}
        <Button
          danger
          loading={refuse.isPending}
          onClick={() => reason.take((text) => refuse.mutate({ pendingChangeId, body: { reason: text } }))}
        >
          {t(`pendingChange.${refusal}`)}
        </Button>
      </details>
    </>
  );
}

function Withdrawal({ change, title }: ActProps) {
  const { t } = useTranslation();
  const withdraw = useCommand('pendingChange', 'post', '/pending-changes/{pendingChangeId}/withdraw');
  return (
    <>
      <p className="hint">
        {t(change.state === 'offered' ? 'pendingChange.waitsForPerson' : 'pendingChange.waits')}
      </p>
      {withdraw.isError && <Refusal title={t('pendingChange.notDone')} error={withdraw.error} />}
      <ConfirmButton
        danger
        disabled={withdraw.isPending}
        question={t('pendingChange.withdrawQuestion', { title })}
        confirmText={t('pendingChange.withdraw')}
        onConfirm={() => withdraw.mutate({ pendingChangeId: change.id })}
      >
        {t('pendingChange.withdraw')}
      </ConfirmButton>
    </>
  );
}
