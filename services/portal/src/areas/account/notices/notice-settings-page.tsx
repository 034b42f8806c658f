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

const MailForm = lazyPart('MailForm', () => import('./mail-forms.js'), { rows: 2 });
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
            {found.hasMail && <Mail isAwaited={found.items.some(({ state }) => state === 'unproved')} />}
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

/** @param isAwaited whether a code that was sent has still to be entered */
function Mail({ isAwaited }: { readonly isAwaited: boolean }) {
  const { t } = useTranslation();
  const [standing, setStanding] = useState<'closed' | 'open' | 'sent'>('closed');
  return (
    <section className="card" aria-labelledby="notice-mail-title">
      <h2 id="notice-mail-title">{t('noticeSettings.byMail')}</h2>
      <p className="hint">{t('noticeSettings.mailHint')}</p>
      <p role="status">{standing === 'sent' && isAwaited && t('noticeSettings.codeSent')}</p>
      {standing === 'open' ? (
        <MailForm onSent={() => setStanding('sent')} onCancel={() => setStanding('closed')} />
      ) : (
        <Button onClick={() => setStanding('open')}>{t('noticeSettings.addMail')}</Button>
      )}
      <Preload part={MailForm} />
    </section>
  );
}
