import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';

type Schemas = components['schemas'];

const ApiKeyForm = lazyPart('ApiKeyForm', () => import('./api-key-form.js'));

/** The keys of programs that act in the person's name. */
export function ApiKeys() {
  const { t } = useTranslation();
  const keys = useList('apiKey', '/api-keys', {});
  const make = useCommand('apiKey', 'post', '/api-keys');
  const revoke = useCommand('apiKey', 'delete', '/api-keys/{apiKeyId}');
  return (
    <>
      <p className="hint">{t('account.apiKeysHint')}</p>
      {make.data !== undefined && <NewKey made={make.data} />}
      {revoke.isError && <Refusal title={t('account.revokeFailed')} error={revoke.error} />}
      <PagedList list={keys} empty={{ text: t('account.apiKeysEmpty') }}>
        {(items) => (
          <ul className="plain-list account-lines">
            {items.map((one) => (
              <KeyLine
                key={one.id}
                one={one}
                isRevoking={revoke.isPending && revoke.variables.apiKeyId === one.id}
                onRevoke={() =>
                  revoke.mutate(
                    { apiKeyId: one.id },
                    { onSuccess: () => make.data?.id === one.id && make.reset() },
                  )
                }
              />
            ))}
          </ul>
        )}
      </PagedList>
      <FoldedAct title={t('account.newKey')}>
        <ApiKeyForm make={make} />
      </FoldedAct>
    </>
  );
}

/** The text of a key is kept only in memory, until the page is left. */
function NewKey({ made }: { readonly made: Schemas['CreatedApiKeyView'] }) {
  const { t } = useTranslation();
  if (made.key === null) {
    return <Alert type="warning" showIcon role="status" title={t('account.keyGone')} className="notice" />;
  }
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('account.keyOnce')}
      className="notice"
      description={
        <>
          <code className="key-text" aria-label={t('account.keyText')}>
            {made.key}
          </code>
          <CopyButton
            text={made.key}
            label={t('account.keyCopy')}
            doneText={t('account.keyCopied')}
            failedText={t('account.keyCopyFailed')}
          />
        </>
      }
    />
  );
}

interface KeyLineProps {
  readonly one: Schemas['ApiKeyView'];
  readonly isRevoking: boolean;
  readonly onRevoke: () => void;
}

function KeyLine({ one, isRevoking, onRevoke }: KeyLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const scopes = one.scopes.map((scope) => t(`account.scope.${scope}`)).join(t('common.separator'));
  const isOver = new Date(one.expiresAt) <= new Date();
  return (
    <li>
      <div className="account-line">
        <p>{one.name}</p>
        <p className="hint">
          {t('account.keyLine', { scopes, expires: format.instant(one.expiresAt) })}
          {isOver && <span className="tag is-cancelled">{t('account.keyExpired')}</span>}
        </p>
        <p className="hint">
          {one.lastUsedAt === null
            ? t('account.keyNeverUsed')
            : t('account.keyUsed', { day: format.date(one.lastUsedAt) })}
          {one.unused && !isOver && <span className="tag is-warning">{t('account.keyUnused')}</span>}
        </p>
      </div>
      <ConfirmButton
        danger
        loading={isRevoking}
        question={t('account.revokeQuestion', { name: one.name })}
        confirmText={t('account.revokeYes')}
        aria-label={t('account.revokeOf', { name: one.name })}
        onConfirm={onRevoke}
      >
        {t('account.revoke')}
      </ConfirmButton>
    </li>
  );
}
