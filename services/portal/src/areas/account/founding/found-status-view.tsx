import '../../../kit/styles/narrow.css';
import './founding.css';
import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { TextArea } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { FoundingStatus } from '../../members/founding/founding.model.js';
import { FoundingCandidates, FoundingFacts, FoundingSteps } from '../../members/founding/founding-facts.js';

/** Each comes where the filing is there. */
const ElectionForm = lazyPart('ElectionForm', () => import('./election-form.js'), { rows: 6 });
const RefileForm = lazyPart('RefileForm', () => import('./refile-form.js'), { rows: 6 });

interface StatusProps {
  readonly status: FoundingStatus;
  readonly onChange: (status: FoundingStatus) => void;
}

const kinds = {
  filed: 'info',
  returned: 'warning',
  electing: 'success',
  elected: 'info',
  founded: 'success',
  joined: 'success',
  refused: 'warning',
  withdrawn: 'info',
  lapsed: 'info',
} as const;

/** While it is in one of these, a filing can be withdrawn. */
const open: readonly FoundingStatus['state'][] = ['filed', 'returned', 'electing', 'elected'];

/** A filing as its contact sees it, and what they can do about it. */
export function FoundStatusView({
  status,
  isNew = false,
  onChange,
}: StatusProps & {
  /** It has just been filed. */
  readonly isNew?: boolean;
}) {
  const { t } = useTranslation();
  const { state, number, appealUntil } = status;
  return (
    <div className="narrow">
      <h1>{t(`found.state.${state}`)}</h1>
      <Standing status={status} />
      <div className="card">
        {isNew && (
          <p>
            <strong>{number}</strong>
            <br />
            {t('found.keepNumber')}
          </p>
        )}
        <NextAct status={status} onChange={onChange} />
        <FoundingFacts facts={status} />
        <FoundingCandidates facts={status} />
        <FoundingSteps facts={status} />
        {appealUntil !== null && <Appeal status={status} onChange={onChange} />}
        {open.includes(state) && <Withdraw status={status} onChange={onChange} />}
        <p className="hint">{t('found.retention')}</p>
      </div>
    </div>
  );
}

/** What the state means, with who does what by when. */
function Standing({ status }: Pick<StatusProps, 'status'>) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { state, unionName, approvalNumber, foundedUnionName } = status;
  const until = status.dueAt ?? status.lapsesAt;
  const words = {
    union: unionName,
    time: until === null ? '' : instant(until),
    reason: lastReason(status) ?? '',
    approval: approvalNumber ?? '',
    founded: foundedUnionName ?? '',
  };
  return (
    <Alert type={kinds[state]} showIcon className="notice" title={t(`found.stateText.${state}`, words)} />
  );
}

/** What the contact does now, where it is up to them. */
function NextAct({ status, onChange }: StatusProps) {
  const { t } = useTranslation();
  const reason = lastReason(status);
  switch (status.state) {
    case 'electing':
      return (
        <>
          {reason !== null && <p>{t('found.electionAgain', { reason })}</p>}
          <ElectionForm status={status} onChange={onChange} />
        </>
      );
    case 'returned':
      return <RefileForm status={status} onChange={onChange} />;
    case 'founded':
      return <WhatNow />;
    case 'joined':
      return (
        <p>
          <Link to="/join">{t('found.join')}</Link>
        </p>
      );
    default:
      return null;
  }
}

/** What the union has written with its last step. */
function lastReason({ steps }: FoundingStatus): string | null {
  return steps.at(-1)?.reason ?? null;
}

const first = [
  ['roster', '/member-imports/new'],
  ['need', '/needs/new'],
  ['activity', '/activities/new'],
] as const;

/** What a new union does first. Its chair signs in for it. */
function WhatNow() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="now-title">
      <h2 id="now-title">{t('found.nowTitle')}</h2>
      <p className="hint">{t('found.nowHint')}</p>
      <p>
        <Link to="/activate">{t('found.activate')}</Link>
      </p>
      <ol className="first-things">
        {first.map(([thing, to]) => (
          <li key={thing}>
            <Link to={to}>{t(`found.now.${thing}`)}</Link>
            <br />
            <span className="hint">{t(`found.nowWhy.${thing}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Withdraw({ status: { number, ticket }, onChange }: StatusProps) {
  const { t } = useTranslation();
  const withdraw = useCommand('unionFounding', 'post', '/union-foundings/withdraw');
  return (
    <>
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('found.withdrawQuestion')}
        confirmText={t('found.withdraw')}
        onConfirm={() => withdraw.mutate({ body: { number, ticket } }, { onSuccess: onChange })}
      >
        {t('found.withdraw')}
      </ConfirmButton>
      {withdraw.isError && <Refusal title={t('found.notDone')} error={withdraw.error} />}
    </>
  );
}

function Appeal({ status: { number, ticket, appealUntil }, onChange }: StatusProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const appeal = useCommand('unionFounding', 'post', '/union-foundings/appeal');
  return (
    <section aria-labelledby="appeal-title">
      <h2 id="appeal-title">{t('found.appeal')}</h2>
      <p className="hint">
        {t('found.appealHint', { time: appealUntil === null ? '' : instant(appealUntil) })}
      </p>
      <CommandForm
        command={appeal}
        input={({ reason }: { readonly reason: string }) => ({
          body: { number, ticket, reason: reason.trim() },
        })}
        submit={t('found.appealSend')}
        refused={t('found.notDone')}
        onDone={onChange}
      >
        <Form.Item
          name="reason"
          label={t('found.appealReason')}
          rules={[{ required: true, whitespace: true, message: t('found.appealReasonRequired') }]}
        >
          <TextArea rows={3} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
