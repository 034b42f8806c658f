import '../../../kit/styles/loan.css';
import '../../../kit/styles/handover.css';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Input } from '../../../kit/input.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { useOnline } from '../../../kit/use-online.js';
import { QrCamera } from '../../../kit/qr-camera.js';
import { LoanTag } from '../loan/loan-card.js';
import { DeskNotice } from './desk-notice.js';
import type { HandoverRecord } from './handover-form.js';
import { codeIn, handoverGroupOf, handoverGroups, loanIdIn, sameCode } from './handover.js';
import { QueueSection } from './queue-section.js';
import { useHandoverQueue } from './use-handover-queue.js';
import { type LoanDesk, useLoanDesk } from './use-loan-desk.js';

const MaintenanceLate = lazyPart('MaintenanceLate', () => import('../maintenance/maintenance-section.js'), {
  rows: 1,
  texts: ['maintenance'],
});
const HandoverForm = lazyPart('HandoverForm', () => import('./handover-form.js'), { rows: 4 });

type DeskLoan = LoanDesk['items'][number];

/** The open loan, with its scanned labels. */
interface Opened {
  readonly loanId: string;
  readonly scanned: readonly string[];
}

/** Hand-overs and returns: today's loans by urgency, scanned or chosen, with a network or without. */
export function DeskPage() {
  const { t } = useTranslation();
  const kept = useLoanDesk();
  const { desk, isPending, error, refetch } = kept;
  return (
    <>
      <PageHead title={t('app.page.handovers')} />
      {desk !== null && (
        <>
          <DeskNotice kept={kept} desk={desk} />
          <Late />
          <Desk desk={desk} />
        </>
      )}
      {desk === null && isPending && <LoadingState rows={8} />}
      {desk === null && !isPending && error !== null && <ErrorState error={error} onRetry={refetch} />}
      {desk === null && !isPending && error === null && <EmptyState text={t('handoverDesk.nothingKept')} />}
    </>
  );
}

/** Late maintenance is not stored on the device: without a network there is no link to it. */
function Late() {
  const isOnline = useOnline();
  return isOnline ? <MaintenanceLate /> : null;
}

function Desk({ desk }: { readonly desk: LoanDesk }) {
  const queue = useHandoverQueue();
  const [open, setOpen] = useState<Opened | null>(null);
  const loan = desk.items.find(({ id }) => id === open?.loanId);
  /** A further label of the same loan belongs to the same handover; a label that is not out belongs to the open loan. */
  const scan = (loanId: string, code: string | null): void =>
    setOpen((before) => {
      const scanned = before?.loanId === loanId ? before.scanned : [];
      return { loanId, scanned: code === null ? scanned : [...scanned, code] };
    });
  const recorded = new Set(queue.waiting.map(({ loanId }) => loanId));
  return (
    <>
      <ScanSection desk={desk} openId={open?.loanId ?? null} onOpen={scan} />
      {loan !== undefined && !recorded.has(loan.id) && (
        <OpenLoan
          key={loan.id}
          loan={loan}
          scanned={open?.scanned ?? []}
          onRecord={(one) => {
            queue.record(loan, one);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      <Preload part={HandoverForm} />
      <QueueSection queue={queue} />
      <Groups desk={desk} recorded={recorded} onOpen={(loanId) => scan(loanId, null)} />
    </>
  );
}

interface ScanSectionProps {
  readonly desk: LoanDesk;
  readonly openId: string | null;
  readonly onOpen: (loanId: string, code: string | null) => void;
}

function ScanSection({ desk, openId, onOpen }: ScanSectionProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const take = (read: string): void => {
    const found = foundBy(read, desk, openId);
    setIsUnknown(found === null);
    if (found !== null) onOpen(found.loanId, found.code);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    take(text);
    setText('');
  };
  return (
    <section className="card" aria-labelledby="desk-scan-title">
      <h2 id="desk-scan-title">{t('handoverDesk.scan')}</h2>
      <p className="hint">{t('handoverDesk.scanHint')}</p>
      <form className="desk-scan" onSubmit={submit}>
        <Input
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label={t('handoverDesk.number')}
          placeholder={t('handoverDesk.number')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit">
          {t('handoverDesk.open')}
        </Button>
      </form>
      {isUnknown && (
        <p className="field-error" role="alert">
          {t('handoverDesk.unknown')}
        </p>
      )}
      <QrCamera onText={take} />
    </section>
  );
}

/** The loan that a scanned or typed text means: by its own code, by a label that is out with it, or by a label for the open loan. */
function foundBy(
  text: string,
  desk: LoanDesk,
  openId: string | null,
): { readonly loanId: string; readonly code: string | null } | null {
  const id = loanIdIn(text);
  if (id !== null) return desk.items.some((loan) => loan.id === id) ? { loanId: id, code: null } : null;
  const code = codeIn(text) ?? text.trim();
  const lent = desk.items.find(({ codesOut }) => codesOut.some((one) => sameCode(one, code)));
  if (lent !== undefined) return { loanId: lent.id, code };
  const open = desk.items.find((loan) => loan.id === openId);
  const takesLabels = open?.counting === 'pieces' || open?.counting === 'kit';
  return open !== undefined && takesLabels ? { loanId: open.id, code } : null;
}

interface OpenLoanProps {
  readonly loan: DeskLoan;
  readonly scanned: readonly string[];
  readonly onRecord: (recorded: HandoverRecord) => void;
  readonly onClose: () => void;
}

/** The form for the open loan; one that is only requested has to be decided first. */
function OpenLoan({ loan, scanned, onRecord, onClose }: OpenLoanProps) {
  const { t } = useTranslation();
  return (
    <section className="card desk-open" aria-label={loan.resourceTitle}>
      <p>
        {t('handoverDesk.borrower')}: {loan.borrowerUnionName}
      </p>
      {loan.state === 'requested' ? (
        <p>
          <Link to={`/loans/${loan.id}`} className="text-link">
            {t('handoverDesk.decide')}
          </Link>
        </p>
      ) : (
        <HandoverForm
          title={loan.resourceTitle}
          direction={loan.state === 'handedOver' ? 'back' : 'out'}
          isOwner
          counted={{ counting: loan.counting, max: loan.quantity, scanned }}
          isPending={false}
          error={null}
          onRecord={onRecord}
          onClose={onClose}
        />
      )}
    </section>
  );
}

interface GroupsProps {
  readonly desk: LoanDesk;
  /** Recorded on this device already, and not acknowledged yet. */
  readonly recorded: ReadonlySet<string>;
  readonly onOpen: (loanId: string) => void;
}

function Groups({ desk, recorded, onOpen }: GroupsProps) {
  const { t } = useTranslation();
  const now = Date.now();
  const until = endOfDay(now);
  if (desk.items.length === 0) return <EmptyState text={t('handoverDesk.empty')} />;
  return (
    <>
      {handoverGroups.map((group) => {
        const found = desk.items.filter((loan) => handoverGroupOf(loan, now, until) === group);
        if (found.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`desk-${group}`}>
            <h2 id={`desk-${group}`}>{t(`handoverDesk.heap.${group}`, { count: found.length })}</h2>
            <ul className="plain-list desk-list">
              {found.map((loan) => (
                <li key={loan.id}>
                  <DeskCard loan={loan} isRecorded={recorded.has(loan.id)} onOpen={() => onOpen(loan.id)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {desk.hasMore && <p className="hint">{t('handoverDesk.more')}</p>}
    </>
  );
}

const dayMs = 86_400_000;

function endOfDay(now: number): number {
  const day = localTimeOf(new Date(now).toISOString()).slice(0, 10);
  return Date.parse(instantOf(`${day}T00:00`)) + dayMs;
}

interface DeskCardProps {
  readonly loan: DeskLoan;
  readonly isRecorded: boolean;
  readonly onOpen: () => void;
}

function DeskCard({ loan, isRecorded, onOpen }: DeskCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isBack = loan.state === 'handedOver';
  return (
    <article className="card">
      <div className="line-head">
        <h3>
          <Link to={`/loans/${loan.id}`} className="text-link">
            {loan.resourceTitle}
          </Link>
        </h3>
        <LoanTag loan={loan} />
      </div>
      <dl className="facts">
        <dt>{t('handoverDesk.borrower')}</dt>
        <dd>{loan.borrowerUnionName}</dd>
        <dt>{t('handoverDesk.time')}</dt>
        <dd>{format.period(loan.startsAt, loan.endsAt)}</dd>
      </dl>
      {isRecorded && <p role="status">{t('handoverDesk.doneHere')}</p>}
      {!isRecorded && loan.state !== 'requested' && (
        <Button size="large" onClick={onOpen}>
          {t(isBack ? 'handover.noteBack' : 'handover.noteOut')}
        </Button>
      )}
      {!isRecorded && loan.state === 'requested' && (
        <p>
          <Link to={`/loans/${loan.id}`} className="text-link">
            {t('handoverDesk.decide')}
          </Link>
        </p>
      )}
    </article>
  );
}
