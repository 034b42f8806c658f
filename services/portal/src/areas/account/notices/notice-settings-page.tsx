import './notices.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { AddressList } from './address-list.js';
import { ThisDevice } from './this-device.js';

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
            {provedWays.filter(isIn(found.channels)).map((way) => (
              <ProvedWay
                key={way}
                way={way}
                isAwaited={found.items.some(({ channel, state }) => channel === way && state === 'unproved')}
              />
            ))}
            {found.channels.includes('wechat') && <Wechat addresses={found.items} />}
            {found.channels.includes('webhook') && <Webhook />}
            <AddressList addresses={found.items} />
            <section className="card" aria-labelledby="notice-preferences-title">
              <h2 id="notice-preferences-title">{t('noticeSettings.preferences')}</h2>
              <PreferenceForm reached={found} />
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}

const isIn =
  (here: readonly string[]) =>
  (way: string): boolean =>
    here.includes(way);

interface ProvedWayProps {
  readonly way: (typeof provedWays)[number];
  /** A code that was sent has still to be entered. */
  readonly isAwaited: boolean;
}

function ProvedWay({ way, isAwaited }: ProvedWayProps) {
  const { t } = useTranslation();
  const [standing, setStanding] = useState<'closed' | 'open' | 'sent'>('closed');
  const AddressForm = forms[way];
  const titleId = `notice-${way}-title`;
  return (
    <section className="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{t(`noticeSettings.way.${way}.title`)}</h2>
      <p className="hint">{t(`noticeSettings.way.${way}.hint`)}</p>
      <p role="status">{standing === 'sent' && isAwaited && t(`noticeSettings.way.${way}.codeSent`)}</p>
      {standing === 'open' ? (
        <AddressForm onSent={() => setStanding('sent')} onCancel={() => setStanding('closed')} />
      ) : (
        <Button onClick={() => setStanding('open')}>{t(`noticeSettings.way.${way}.add`)}</Button>
      )}
      <Preload part={AddressForm} />
    </section>
  );
}
