import './verify-card.css';
import { type CardVerdict, judgeCard } from '@gongxiang/domain/card';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { TextArea } from '../../../kit/input.js';
import { keepLoaded } from '../../../kit/keep-shell.js';
import { PageHead } from '../../../kit/page-head.js';
import { QrCamera } from '../../../kit/qr-camera.js';
import { createQrReader } from '../../../kit/qr-reader.js';
import { type KeptBook, useCardBook, verifySignature } from './card-book.js';

const dayMs = 86_400_000;

/** For doors and counters, without signing in: is this a member's card, and is it valid? Works without a network. */
export function VerifyCardPage() {
  const { t } = useTranslation();
  const kept = useCardBook();
  const canVerify = globalThis.isSecureContext && 'subtle' in crypto;
  useEffect(() => {
    // The reader of codes is loaded now: later there may be no network.
    void createQrReader()
      .catch(() => null)
      .then(keepLoaded);
  }, []);
  return (
    <div className="card narrow verify-card">
      <PageHead title={t('card.verify.title')} />
      <p className="hint">{t('card.verify.hint')}</p>
      {!canVerify && <Alert type="warning" showIcon title={t('card.verify.unsupported')} />}
      {canVerify && kept === null && <Alert type="info" showIcon title={t('card.verify.noBook')} />}
      {canVerify && kept !== null && <Verifier kept={kept} />}
    </div>
  );
}

interface Shown {
  readonly verdict: CardVerdict;
  /** Since this very code was judged before; null where it was not. */
  readonly againAfterMs: number | null;
}

export function Verifier({ kept }: { readonly kept: KeptBook }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  /** When each code was judged valid; they are gone with the page. */
  const seen = useRef(new Map<string, number>());
  const check = async (scanned: string): Promise<void> => {
    const now = new Date(Date.now() + kept.aheadMs);
    const verdict = await judgeCard(scanned, kept.book, { now, verify: verifySignature });
    const before = seen.current.get(scanned.trim());
    if (verdict.refusal === null && before === undefined) seen.current.set(scanned.trim(), Date.now());
    setShown({ verdict, againAfterMs: before === undefined ? null : Date.now() - before });
  };
  return (
    <>
      <QrCamera onText={(scanned) => void check(scanned)} />
      <div role="status">{shown !== null && <Verdict {...shown} />}</div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check(text);
        }}
      >
        <label htmlFor="card-text">{t('card.verify.paste')}</label>
        <TextArea
          id="card-text"
          rows={3}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
            {t('card.verify.check')}
          </Button>
        </div>
      </form>
      <BookState kept={kept} />
    </>
  );
}

function Verdict({ verdict: { refusal, card }, againAfterMs }: Shown) {
  const { t } = useTranslation();
  const format = useFormat();
  if (refusal !== null)
    return <Alert type="error" showIcon className="notice" title={t(`card.verify.refusal.${refusal}`)} />;
  return (
    <>
      <Alert
        type="success"
        showIcon
        className="notice"
        title={t('card.verify.valid')}
        description={
          card !== null &&
          `${card.unionName} · ${t('card.validUntil')} ${format.instant(card.validUntil.toISOString())}`
        }
      />
      {againAfterMs !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('card.verify.again', { seconds: Math.round(againAfterMs / 1_000) })}
        />
      )}
    </>
  );
}

function BookState({ kept: { book } }: { readonly kept: KeptBook }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOld = Date.now() - Date.parse(book.asOf) > dayMs;
  return (
    <>
      {isOld && <Alert type="warning" showIcon title={t('card.verify.old')} />}
      {book.revokedLeftOut > 0 && (
        <Alert type="warning" showIcon title={t('card.verify.leftOut', { count: book.revokedLeftOut })} />
      )}
      <p className="hint">{t('card.verify.asOf', { time: format.instant(book.asOf) })}</p>
    </>
  );
}
