import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import type { Credentials } from '../credential/proof.model.js';
import { ProvedForm } from '../credential/proved-form.js';
import type { Bridge } from './bridge.model.js';
import { useBridgeName } from './bridge-words.js';
import { goTo, isInApp, useBridges } from './use-bridge.js';

type LinkedAccount = components['schemas']['LinkedAccountView'];

/** On the account page: accounts elsewhere that sign in here. */
export function LinkedAccountsSection() {
  const { t } = useTranslation();
  const credentials = useRead('credential', '/me/credentials', {});
  return (
    <>
      <p className="hint">{t('bridge.hint')}</p>
      <Loaded query={credentials}>{(found) => <LinkedAccounts credentials={found} />}</Loaded>
    </>
  );
}

function LinkedAccounts({ credentials }: { readonly credentials: Credentials }) {
  const { t } = useTranslation();
  const { all, here } = useBridges();
  const nameOf = useBridgeName();
  const [begun, setBegun] = useState<Bridge | null>(null);
  const { linkedAccounts } = credentials;
  const elsewhere = all.filter((one) => !here.includes(one));
  return (
    <>
      {linkedAccounts.length === 0 && <p>{t('bridge.none')}</p>}
      <ul className="plain-list account-lines">
        {linkedAccounts.map((one) => (
          <LinkedLine key={one.id} account={one} credentials={credentials} />
        ))}
      </ul>
      {elsewhere.map((one) => (
        <p key={one.bridge} className="hint">
          {t('bridge.inAppOnly', { name: nameOf(one) })}
        </p>
      ))}
      {begun === null ? (
        <div className="actions">
          {here.map((one) => (
            <Button key={one.bridge} onClick={() => setBegun(one)}>
              {t('bridge.link', { name: nameOf(one) })}
            </Button>
          ))}
        </div>
      ) : (
        <LinkForm bridge={begun} credentials={credentials} onCancel={() => setBegun(null)} />
      )}
    </>
  );
}

interface LinkFormProps {
  readonly bridge: Bridge;
  readonly credentials: Credentials;
  readonly onCancel: () => void;
}

function LinkForm({ bridge: one, credentials, onCancel }: LinkFormProps) {
  const { t } = useTranslation();
  const nameOf = useBridgeName();
  const { bridge } = one;
  const name = nameOf(one);
  return (
    <>
      <h3>{t('bridge.link', { name })}</h3>
      <p>{t('bridge.linkHint', { name })}</p>
      <ProvedForm
        name={`link-${bridge}`}
        credentials={credentials}
        send={(proof) =>
          request(
            'post',
            '/me/credentials/linked-accounts/options',
            { body: { bridge, inApp: isInApp(bridge), proof } },
            {},
          )
        }
        touches={[]}
        submit={t('bridge.go', { name })}
        onDone={({ url, ticket }) => goTo(bridge, url, { ticket, purpose: 'link', next: null })}
        onCancel={onCancel}
      />
    </>
  );
}

interface LinkedLineProps {
  readonly account: LinkedAccount;
  readonly credentials: Credentials;
}

function LinkedLine({ account, credentials }: LinkedLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { all } = useBridges();
  const nameOf = useBridgeName();
  const [isOpen, setIsOpen] = useState(false);
  const { id, bridge, createdAt, usedAt, from } = account;
  const name = nameOf(all.find((one) => one.bridge === bridge) ?? { bridge });
  const close = (): void => setIsOpen(false);
  const created = format.instant(createdAt);
  return (
    <li>
      <div className="account-line">
        <p>{name}</p>
        <p className="hint">
          {usedAt === null
            ? t('bridge.lineUnused', { created, from })
            : t('bridge.line', { created, from, used: format.instant(usedAt) })}
        </p>
        {isOpen && (
          <>
            <p>{t('bridge.unlinkHint', { name })}</p>
            <ProvedForm
              name={`unlink-${id}`}
              credentials={credentials}
              send={(proof) =>
                request(
                  'post',
                  '/me/credentials/linked-accounts/{linkedAccountId}/remove',
                  { linkedAccountId: id, body: { proof } },
                  {},
                )
              }
              submit={t('bridge.unlink')}
              danger
              onDone={close}
              onCancel={close}
            />
          </>
        )}
      </div>
      {!isOpen && (
        <Button danger aria-label={t('bridge.unlinkOf', { name })} onClick={() => setIsOpen(true)}>
          {t('bridge.unlink')}
        </Button>
      )}
    </li>
  );
}
