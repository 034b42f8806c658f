import '../../../kit/styles/acted-lines.css';
import './notices.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { AddressList } from './address-list.js';
import { ThisDevice } from './this-device.js';

type Addresses = components['schemas']['NoticeAddressPage'];

/** The ways whose addresses are proved by a code. */
const forms = {
  mail: lazyPart('MailForm', () => import('./code-forms.js'), { rows: 2 }),
  sms: lazyPart('PhoneForm', () => import('./code-forms.js'), { rows: 2 }),
  wecom: lazyPart('WecomForm', () => import('./code-forms.js'), { rows: 2 }),
};
const provedWays = ['mail', 'sms', 'wecom'] as const;
const Wechat = lazyPart('Wechat', () => import('./wechat.js'), { rows: 2 });
const Webhook = lazyPart('Webhook', () => import('./webhook.js'), { rows: 2 });
const PreferenceForm = lazyPart('PreferenceForm', () => import('./preference-form.js'), { rows: 8 });

/** Where the reader's notices go beside the inbox, and which of them. */
export function NoticeSettingsPage() {
  const { t } = useTranslation();
  const addresses = useRead('noticeAddress', '/me/notice-addresses', {});
  return (
    <div className="notice-settings">
      <PageHead title={t('noticeSettings.title')} back="/account">
        <Link to="/notices">{t('noticeSettings.toInbox')}</Link>
      </PageHead>
      <p>{t('noticeSettings.intro')}</p>
      <Loaded query={addresses}>
        {(found) => (
          <>
            <ThisDevice addresses={found} />
            <section className="card" aria-labelledby="notice-addresses-title">
              <h2 id="notice-addresses-title">{t('noticeSettings.addresses')}</h2>
              <AddressList addresses={found.items} />
              <Ways addresses={found} />
            </section>
            <section className="card" aria-labelledby="notice-preferences-title">
              <h2 id="notice-preferences-title">{t('noticeSettings.preferences')}</h2>
              {found.items.length === 0 ? (
                <p className="hint">{t('noticeSettings.onceReached')}</p>
              ) : (
                <PreferenceForm reached={{ channels: found.channels.filter(isReachedBy(found)) }} />
              )}
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Which notices are sent by mail is a question for whoever has given an address. */
const isReachedBy =
  ({ items }: Pick<Addresses, 'items'>) =>
  (way: Addresses['channels'][number]): boolean =>
    items.some(({ channel }) => channel === way);

/** Every other way that there is here, a line each. */
function Ways({ addresses: { items, channels } }: { readonly addresses: Addresses }) {
  const { t } = useTranslation();
  if (channels.every((channel) => channel === 'push')) return null;
  return (
    <>
      <h3>{t('noticeSettings.addWay')}</h3>
      <ul className="plain-list acted-lines notice-ways">
        {provedWays
          .filter((way) => channels.includes(way))
          .map((way) => (
            <ProvedWay
              key={way}
              way={way}
              isAwaited={items.some(({ channel, state }) => channel === way && state === 'unproved')}
            />
          ))}
        {channels.includes('wechat') && <Wechat addresses={items} />}
        {channels.includes('webhook') && <Webhook />}
      </ul>
    </>
  );
}

interface ProvedWayProps {
  readonly way: (typeof provedWays)[number];
  /** A code that was sent has still to be entered. */
  readonly isAwaited: boolean;
}

function ProvedWay({ way, isAwaited }: ProvedWayProps) {
  const { t } = useTranslation();
  const [standing, setStanding] = useState<'closed' | 'open' | 'sent'>('closed');
  const AddressForm = forms[way];
  return (
    <li>
      <div>
        <p>{t(`noticeSettings.way.${way}.title`)}</p>
        <p className="hint">{t(`noticeSettings.way.${way}.hint`)}</p>
        <p role="status">{standing === 'sent' && isAwaited && t(`noticeSettings.way.${way}.codeSent`)}</p>
        {standing === 'open' && (
          <AddressForm onSent={() => setStanding('sent')} onCancel={() => setStanding('closed')} />
        )}
      </div>
      {standing !== 'open' && (
        <Button onClick={() => setStanding('open')}>{t(`noticeSettings.way.${way}.add`)}</Button>
      )}
      <Preload part={AddressForm} />
    </li>
  );
}
