import './notices.css';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { takeBegun } from './wechat-begun.js';

/** What WeChat leads back with. */
interface Back {
  readonly code: string;
  readonly state: string;
}

/**
 * Where WeChat leads back to, as a rule on a phone where nobody is signed in: it shows a code, which whoever has added the
 * WeChat enters there. The tab of WeChat that has begun it itself needs nobody to do that.
 */
export function WechatReturnPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [{ back, addressId }] = useState(() => {
    const back = { code: search.get('code') ?? '', state: search.get('state') ?? '' };
    return { back, addressId: takeBegun(back.state) };
  });
  // What works once has no place in the history.
  useEffect(() => setSearch({}, { replace: true }), [setSearch]);
  return (
    <>
      <PageHead title={t('noticeSettings.inWechat.title')} />
      <div className="card">
        {back.code === '' || back.state === '' ? (
          <Ended>
            <p>{t('noticeSettings.inWechat.notBegun')}</p>
          </Ended>
        ) : addressId === null ? (
          <ForElsewhere back={back} />
        ) : (
          <BegunHere back={back} addressId={addressId} />
        )}
      </div>
    </>
  );
}

/** Asks first: somebody may have been sent the link of another person. */
function ForElsewhere({ back }: { readonly back: Back }) {
  const { t } = useTranslation();
  const format = useFormat();
  const take = useCommand('noticeAddress', 'post', '/wechat-returns');
  if (take.isSuccess)
    return (
      <div role="status">
        <p>{t('noticeSettings.inWechat.code')}</p>
        <p>
          <strong className="wechat-digits">{take.data.code}</strong>
        </p>
        <p>{t('noticeSettings.inWechat.enter', { time: format.instant(take.data.until) })}</p>
      </div>
    );
  // The code of WeChat works once, so trying again is to begin anew.
  if (take.isError)
    return (
      <Ended>
        <Refusal title={t('noticeSettings.inWechat.failed')} error={take.error} />
      </Ended>
    );
  return (
    <>
      <p>{t('noticeSettings.inWechat.what')}</p>
      <p>{t('noticeSettings.inWechat.notYou')}</p>
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ body: back })}>
        {t('noticeSettings.inWechat.show')}
      </Button>
    </>
  );
}

function BegunHere({ back, addressId }: { readonly back: Back; readonly addressId: string }) {
  const { t } = useTranslation();
  const take = useCommand('noticeAddress', 'post', '/wechat-returns');
  const prove = useCommand('noticeAddress', 'post', '/me/notice-addresses/{addressId}/prove');
  const isBegun = useRef(false);
  useEffect(() => {
    // React runs effects twice while the page is developed; a code works once.
    if (isBegun.current) return;
    isBegun.current = true;
    take.mutate({ body: back }, { onSuccess: ({ code }) => prove.mutate({ addressId, body: { code } }) });
  });
  const error = take.error ?? prove.error;
  if (error !== null)
    return (
      <Ended>
        <Refusal title={t('noticeSettings.inWechat.failed')} error={error} />
      </Ended>
    );
  if (!prove.isSuccess) return <LoadingState rows={3} />;
  return (
    <Ended>
      <p role="status">{t('noticeSettings.inWechat.done')}</p>
    </Ended>
  );
}

function Ended({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {children}
      <div className="actions">
        <Link to="/account/notices">{t('noticeSettings.inWechat.toSettings')}</Link>
      </div>
    </>
  );
}
