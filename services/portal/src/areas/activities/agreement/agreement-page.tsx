import '../../../kit/styles/organising.css';
import '../../../kit/styles/agreement.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOwnHosts } from '../hosts/use-own-hosts.js';
import { keyOf, useNames } from './party-names.js';
import { type Agreement, useAgreements } from './use-agreements.js';
import type { ProposeFormProps } from './propose-form.js';
import { isToRenew, Renewal } from './renewal.js';
import { useEarlierAgreement } from './use-earlier-agreement.js';
import { useNoVersionText } from './use-no-version-text.js';
import { VersionCard } from './version-card.js';

const ProposeForm = lazyPart('ProposeForm', () => import('./propose-form.js'), {
  rows: 8,
  texts: ['activityForm', 'organising'],
});

export function AgreementPage() {
  return <OfActivity>{(activity) => <AgreementOf activity={activity} />}</OfActivity>;
}

/** The agreement of the hosts, version by version. */
function AgreementOf({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const agreements = useAgreements(activity.id);
  const versions = newestFirst(agreements.data?.items);
  const [latest] = versions;
  const mayWrite = useMayWrite(activity, latest);
  const isFirst = agreements.isSuccess && latest === undefined;
  const [isWriting, setIsWriting] = useWriting(activity, isFirst && mayWrite);
  return (
    <DetailPage
      title={t('agreement.titleOf', { title: activity.title })}
      back={`/activities/${activity.id}/organise`}
      state={<StateOf latest={latest} />}
      primary={
        agreements.isSuccess &&
        mayWrite && <WriteButton isFirst={isFirst} isWriting={isWriting} onChange={setIsWriting} />
      }
      notices={<HostsChanged activity={activity} latest={latest} />}
    >
      {isWriting && <Writing activity={activity} latest={latest} onDone={() => setIsWriting(false)} />}
      <NotYetThere agreements={agreements} />
      {isFirst && !isWriting && <NoVersions activity={activity} />}
      <Versions
        versions={versions}
        activity={activity}
        mayCorrect={mayWrite && !isWriting}
        onCorrect={() => setIsWriting(true)}
      />
    </DetailPage>
  );
}

/** Whoever organises comes here for the first version: it is begun for them. @param isToBegin whether there is none yet */
function useWriting(activity: Activity, isToBegin: boolean) {
  const [wish, setIsWriting] = useState<boolean | null>(null);
  const isOrganiser = useReaches(activity.unionId);
  return [wish ?? (isToBegin && isOrganiser), setIsWriting] as const;
}

function StateOf({ latest }: { readonly latest: Agreement | undefined }) {
  const { t } = useTranslation();
  if (latest === undefined) return null;
  return <span className={`tag is-${latest.state}`}>{t(`agreement.state.${latest.state}`)}</span>;
}

/**
 * A first version begins with the suggestions of the need from which the activity came, where there is one, or with what
 * was agreed the last time.
 */
function Writing(props: ProposeFormProps) {
  const { activity, latest } = props;
  const plan = useRead(
    'match',
    '/activities/{activityId}/co-hosting-plan',
    latest === undefined ? { activityId: activity.id } : undefined,
  );
  const earlier = useEarlierAgreement(activity, latest === undefined && plan.isFetched && !plan.data?.rule);
  if (plan.isLoading || earlier.isLoading) return <LoadingState rows={8} />;
  return <ProposeForm {...props} plan={plan.data} earlier={earlier.agreement} />;
}

function NotYetThere({ agreements }: { readonly agreements: ReturnType<typeof useAgreements> }) {
  if (agreements.isError)
    return <ErrorState error={agreements.error} onRetry={() => void agreements.refetch()} />;
  return agreements.isPending ? <LoadingState rows={6} /> : null;
}

function newestFirst(versions: readonly Agreement[] = []): Agreement[] {
  return [...versions].sort((left, right) => right.versionNumber - left.versionNumber);
}

function NoVersions({ activity }: { readonly activity: Activity }) {
  return <EmptyState text={useNoVersionText(activity)} />;
}

/** A host writes versions as long as the activity is not over, once there is somebody to agree with. */
function useMayWrite(activity: Activity, latest: Agreement | undefined): boolean {
  const mayManage = useReaches(activity.unionId);
  const isHost = useOwnHosts(activity, mayManage).length > 0;
  const isNeeded = activity.agreementRequired || latest !== undefined;
  return isHost && isNeeded && activity.state !== 'cancelled' && activity.state !== 'closed';
}

interface WriteButtonProps {
  readonly isFirst: boolean;
  readonly isWriting: boolean;
  readonly onChange: (isWriting: boolean) => void;
}

function WriteButton({ isFirst, isWriting, onChange }: WriteButtonProps) {
  const { t } = useTranslation();
  if (isWriting) return <Button onClick={() => onChange(false)}>{t('agreement.stopWriting')}</Button>;
  return (
    <>
      <Button type="primary" onClick={() => onChange(true)}>
        {t(isFirst ? 'agreement.writeFirst' : 'agreement.writeNext')}
      </Button>
      <Preload part={ProposeForm} />
    </>
  );
}

interface VersionsProps {
  readonly versions: readonly Agreement[];
  readonly activity: Activity;
  readonly mayCorrect: boolean;
  readonly onCorrect: () => void;
}

function Versions({ versions, activity, mayCorrect, onCorrect }: VersionsProps) {
  const { t } = useTranslation();
  const mayManage = useReaches(activity.unionId);
  const own = useOwnHosts(activity, mayManage);
  const keys = versions.flatMap(({ terms }) => [
    ...terms.parties.map(keyOf),
    ...terms.tasks.map(({ party }) => party),
    ...(terms.rule.source ? [terms.rule.source] : []),
  ]);
  const signers = versions.flatMap(({ signatures }) => signatures.map(({ party }) => party));
  const nameOf = useNames(keys, [activity.organiser, ...activity.coHosts, ...signers]);
  const cardOf = (agreement: Agreement, index: number) => (
    <VersionCard
      key={agreement.id}
      agreement={agreement}
      before={versions.slice(index + 1).find(({ state }) => state !== 'refused')}
      nameOf={nameOf}
      mayWithdraw={mayManage || own.some(({ id }) => id === agreement.proposedFor.id)}
      isNewest={index === 0}
      onCorrect={mayCorrect ? onCorrect : undefined}
    />
  );
  const isPast = ({ state }: Agreement, index: number): boolean =>
    index > 0 && (state === 'superseded' || state === 'refused');
  const cards = versions.map((one, index) => ({ card: cardOf(one, index), isPast: isPast(one, index) }));
  const past = cards.filter((one) => one.isPast);
  return (
    <>
      {cards.filter((one) => !one.isPast).map(({ card }) => card)}
      {past.length > 0 && (
        <details className="card detail-history">
          <summary>{t('agreement.earlier', { count: past.length })}</summary>
          {past.map(({ card }) => card)}
        </details>
      )}
    </>
  );
}

/** A version names the hosts of its time: with others it can no longer be signed. */
function HostsChanged({
  activity,
  latest,
}: {
  readonly activity: Activity;
  readonly latest: Agreement | undefined;
}) {
  const { t } = useTranslation();
  const hosts = [activity.organiser, ...activity.coHosts].map(keyOf).sort().join();
  const isOld = latest !== undefined && latest.terms.hosts.map(keyOf).sort().join() !== hosts;
  if (isToRenew(activity)) return <Renewal />;
  if (!isOld || activity.state !== 'draft') return null;
  return <Alert type="warning" showIcon title={t('agreement.hostsChanged')} className="notice" />;
}
