import '../../../kit/styles/organising.css';
import '../../../kit/styles/check-in.css';
import type { Direction } from '@gongxiang/domain/door';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import {
  codeIn,
  countHere,
  type Entry,
  type ListedPerson,
  personsOf,
  type RosterHead,
} from './check-in.model.js';
import { DirectionSwitch } from './direction-switch.js';
import { useDoorAccess } from './door-access.js';
import { DoorList } from './door-list.js';
import { FindByName } from './find-by-name.js';
import { KeptNotice } from './kept-notice.js';
import { ReviewList } from './review-list.js';
import { QrCamera } from '../../../kit/qr-camera.js';
import { ScanLog } from './scan-log.js';
import { Totals } from './totals.js';
import { TypeCode } from './type-code.js';
import { type CheckIn, useCheckIn } from './use-check-in.js';
import { type Door, useDoor } from './use-door.js';
import { useJournal } from './use-journal.js';
import { type KeptRoster, useRoster } from './use-roster.js';
import { useTotals } from './use-totals.js';
import { SoundSwitch } from './sound-switch.js';
import { VerdictPanel } from './verdict-panel.js';

/** The door, for its staff. */
export function CheckInPage() {
  const { activityId = '' } = useParams();
  return <DoorOf activityId={activityId} />;
}

/** The door: people are scanned, typed, found by name or ticked off the list, with a network or without, or on paper. */
export function DoorOf({ activityId }: { readonly activityId: string }) {
  const { isHelper } = useDoorAccess();
  const [hasList, setHasList] = useState(false);
  const { data: totals } = useTotals(activityId, hasList && !isHelper);
  const kept = useRoster(activityId, totals === undefined ? '' : JSON.stringify(totals));
  const list = kept.roster ?? kept.progress;
  useEffect(() => setHasList(list !== null), [list]);
  if (list === null) return <NoList kept={kept} />;
  return (
    <>
      <Head head={list.head} />
      <Inside key={activityId} head={list.head} kept={kept} entries={list.entries} totals={totals} />
    </>
  );
}

function Head({ head }: { readonly head: RosterHead }) {
  const { t } = useTranslation();
  const { isHelper } = useDoorAccess();
  const { activityId, activityTitle, activityState, isOpen } = head;
  const address = `/activities/${activityId}`;
  return (
    <>
      <PageHead
        title={t('checkIn.titleOf', { title: activityTitle })}
        {...(isHelper ? {} : { back: `${address}/organise` })}
      >
        {!isHelper && (
          <>
            <Link to={`${address}/attendance`}>{t('checkIn.attendance')}</Link>
            <Link to={`${address}/door-links`}>{t('checkIn.helpers')}</Link>
          </>
        )}
        <Button onClick={() => print()}>{t('checkIn.print')}</Button>
      </PageHead>
      {!isOpen && (
        <Alert
          type="info"
          showIcon
          className="notice"
          title={t(activityState === 'draft' ? 'checkIn.notYet' : 'checkIn.over')}
        />
      )}
    </>
  );
}

/** Nothing to show yet, or nothing at all: without a network a door needs a list that was stored before. */
function NoList({ kept }: { readonly kept: KeptRoster }) {
  const { t } = useTranslation();
  const { isPending, error, refetch } = kept;
  if (isPending) return <LoadingState rows={8} />;
  if (isMissing(error)) return <NotFoundPage />;
  return (
    <>
      <PageHead title={t('checkIn.door')} />
      {error === null ? (
        <EmptyState text={t('checkIn.nothingKept')} />
      ) : (
        <ErrorState error={error} onRetry={refetch} />
      )}
    </>
  );
}

interface InsideProps {
  readonly head: RosterHead;
  readonly kept: KeptRoster;
  /** Those of a roster that is still on its way too. */
  readonly entries: readonly Entry[];
  readonly totals: Parameters<typeof Totals>[0]['totals'];
}

/** The scanner first: whoever stands at the door needs nothing else; what it counts and keeps is below. */
function Inside({ head, kept, entries, totals }: InsideProps) {
  const { t } = useTranslation();
  const { roster } = kept;
  const journal = useJournal(head.activityId, head.validUntil, roster?.loadedAtMs ?? 0);
  const door = useDoor(roster, journal);
  const checkIn = useCheckIn(head.activityId, door);
  const persons = useMemo(() => personsOf(entries, journal.since), [entries, journal.since]);
  const [direction, setDirection] = useState<Direction>('in');
  const scan: CheckIn['scan'] = (target, label) => checkIn.scan({ ...target, direction }, label);
  return (
    <>
      {head.isOpen && (
        <Scanner
          head={head}
          door={door}
          persons={persons}
          direction={direction}
          scan={scan}
          checkIn={checkIn}
          onWay={setDirection}
        />
      )}
      <Totals
        totals={totals}
        waitingCount={checkIn.waiting.length}
        here={countHere(persons)}
        seats={totals?.seats ?? head.seats}
      />
      <KeptNotice kept={kept} isOpen={head.isOpen} />
      <p className="hint">{t('checkIn.paper')}</p>
      <ReviewList scans={journal.toReview} persons={persons} onSeen={journal.seen} />
      <ScanLog activityId={head.activityId} door={checkIn} />
      <DoorList
        persons={persons}
        waiting={checkIn.waiting}
        isOpen={head.isOpen}
        mayAdmitWalkIns={head.mayAdmitWalkIns}
        direction={direction}
        onScan={scan}
      />
    </>
  );
}

interface ScannerProps {
  readonly head: RosterHead;
  readonly door: Door;
  readonly persons: readonly ListedPerson[];
  readonly direction: Direction;
  readonly onWay: (direction: Direction) => void;
  /** Scans in the direction that is chosen. */
  readonly scan: CheckIn['scan'];
  readonly checkIn: CheckIn;
}

function Scanner({ head, door, persons, direction, onWay, scan, checkIn }: ScannerProps) {
  const { t } = useTranslation();
  const [unread, setUnread] = useState<string | null>(null);
  const { isHelper } = useDoorAccess();
  const { letIn, current } = checkIn;
  const entry = useEntry(current?.item, door, persons);
  const takeText = (text: string): void => {
    const code = codeIn(text);
    setUnread(code === null ? text : null);
    if (code !== null) scan({ code }, t('checkIn.codeIs', { code }));
  };
  const find = async (personId: string): Promise<ListedPerson | null> => {
    const judged = await door.judge({ operationId: '', at: '', personId });
    return persons.find(({ personHash }) => personHash === judged?.personHash) ?? null;
  };
  return (
    <section className={`card door-scan is-${direction}`} aria-labelledby="scan-title">
      <h2 id="scan-title">{t('checkIn.scan')}</h2>
      <DirectionSwitch value={direction} onChange={onWay} />
      <QrCamera onText={takeText} />
      <TypeCode direction={direction} onText={takeText} />
      {unread !== null && (
        <p className="field-error" role="alert">
          {t('checkIn.noCode')}
        </p>
      )}
      <VerdictPanel
        shown={current}
        entry={entry}
        mayAdmitWalkIns={head.mayAdmitWalkIns}
        onLetIn={letIn}
        onWalkIn={scan}
      />
      <SoundSwitch shown={current} />
      {!isHelper && <FindByName direction={direction} find={find} onScan={scan} />}
    </section>
  );
}

/** Whom the list has for what was scanned last. */
function useEntry(
  item: Parameters<Door['judge']>[0] | undefined,
  { judge }: Door,
  persons: readonly ListedPerson[],
): ListedPerson | null {
  const [personHash, setPersonHash] = useState<string | null>(null);
  const look = useCallback(async () => {
    setPersonHash(null);
    if (item !== undefined) setPersonHash((await judge(item))?.personHash ?? null);
  }, [item, judge]);
  useEffect(() => void look(), [look]);
  return personHash === null ? null : (persons.find((one) => one.personHash === personHash) ?? null);
}
