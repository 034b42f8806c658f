import './entry-code.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Refusal } from '../../../kit/states.js';
import type { Member } from './member.model.js';

type IssuedCode = components['schemas']['EntryCodeView'];

/** A printed code for a member who has no phone on record, or has lost it. */
export function EntryCode({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const issue = useCommand('pendingChange', 'post', '/members/{memberId}/entry-codes');
  const purpose = member.state === 'active' ? 'passwordReset' : 'activation';
  return (
    <FoldedAct
      title={t('entryCode.title')}
      hint={t(`entryCode.hint.${purpose}`)}
      isOpen={member.entryClosedUntil !== null}
    >
      {issue.isError && <Refusal title={t('entryCode.refused')} error={issue.error} />}
      {issue.data !== undefined && <Issued issued={issue.data} />}
      <ConfirmButton
        loading={issue.isPending}
        question={t(`entryCode.question.${purpose}`, { name: member.name })}
        confirmText={t('entryCode.issue')}
        onConfirm={() => issue.mutate({ memberId: member.id, body: { purpose } })}
      >
        {t('entryCode.issue')}
      </ConfirmButton>
    </FoldedAct>
  );
}

function Issued({ issued }: { readonly issued: IssuedCode }) {
  const { t } = useTranslation();
  if (issued.code === null) return <Alert type="warning" showIcon title={t('entryCode.gone')} />;
  return (
    <>
      <Alert type="info" showIcon title={t('entryCode.once')} className="notice" />
      {issued.pendingChangeId !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('entryCode.waits')}
          description={<Link to="/pending-changes">{t('entryCode.toPendingChanges')}</Link>}
          className="notice"
        />
      )}
      <Slip issued={issued} />
      <Button onClick={() => window.print()}>{t('entryCode.print')}</Button>
    </>
  );
}

function Slip({ issued }: { readonly issued: IssuedCode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purpose, maskedName, unionName, code, validUntil, pendingChangeId } = issued;
  const address = `${location.origin}${purpose === 'activation' ? '/activate' : '/reset-password'}`;
  return (
    <article className="entry-slip" aria-label={t('entryCode.slip')}>
      <p>
        {maskedName} · {unionName}
      </p>
      <p>{t(`entryCode.for.${purpose}`)}</p>
      <p className="entry-code">{code}</p>
      <p>{t('entryCode.until', { time: format.instant(validUntil) })}</p>
      <p>{t('entryCode.where', { address })}</p>
      {pendingChangeId !== null && <p>{t('entryCode.afterConfirmation')}</p>}
      <p>{t('entryCode.keep')}</p>
    </article>
  );
}
