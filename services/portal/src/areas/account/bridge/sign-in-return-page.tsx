import { Alert } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { nextPage } from '../../../session/next-page.js';
import { useSignedIn } from '../../../session/use-session.js';
import { SecondStep } from '../credential/second-step.js';
import { type BridgeName, type Return, returnOf, type Started } from './bridge.model.js';
import { takeStarted, useFinishBridge, useFinishLink } from './use-bridge.js';

type Code = Extract<Return, { readonly kind: 'code' }>;

interface Arrival {
  readonly bridge: BridgeName;
  readonly returned: Return;
  /** Null where this browser has begun nothing. */
  readonly started: Started | null;
}

/** Where a provider leads back to: it completes what was begun in this browser, to sign in or to link an account. */
export function SignInReturnPage() {
  const { t } = useTranslation();
  const { bridge = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const [arrival] = useState<Arrival>(() => {
    const name = bridge as BridgeName;
    return { bridge: name, returned: returnOf(search), started: takeStarted(name) };
  });
  usePageTitle(t('session.title'));
  // What works once has no place in the history.
  useEffect(() => setSearch({}, { replace: true }), [setSearch]);
  const { returned, started } = arrival;
  const isLink = started?.purpose === 'link';
  return (
    <div className="card sign-in">
      <h1>{t(isLink ? 'bridge.linkTitle' : 'session.title')}</h1>
      {started === null || returned.kind !== 'code' ? (
        <Ended isLink={isLink}>
          <Alert
            type="warning"
            showIcon
            role="alert"
            className="notice"
            title={t(returned.kind === 'declined' ? 'bridge.declined' : 'bridge.notBegun')}
          />
        </Ended>
      ) : isLink ? (
        <Linking arrival={arrival} returned={returned} started={started} />
      ) : (
        <SigningIn arrival={arrival} returned={returned} started={started} />
      )}
    </div>
  );
}

interface FinishProps {
  readonly arrival: Arrival;
  readonly returned: Code;
  readonly started: Started;
}

function SigningIn({ arrival: { bridge }, returned, started }: FinishProps) {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  const finish = useFinishBridge();
  const { kind: _kind, ...code } = returned;
  useOnce(() => finish.mutate({ bridge, ...code, ticket: started.ticket }), !isSignedIn);
  if (isSignedIn) return <Navigate to={nextPage(started.next)} replace />;
  const step = finish.error instanceof ProblemError ? finish.error.problem.secondFactor : undefined;
  if (step) return <SecondStep step={step} onBack={() => location.replace('/sign-in')} />;
  if (!finish.isError) return <LoadingState rows={3} />;
  const isUnknown = finish.error instanceof ProblemError && finish.error.problem.code === 'BRIDGE_NOT_LINKED';
  return (
    <Ended isLink={false}>
      <Refusal title={t('session.refused')} error={finish.error} />
      {isUnknown && (
        <>
          <Link to="/activate" className="back">
            {t('bridge.activate')}
          </Link>
          <Link to="/join" className="back">
            {t('bridge.join')}
          </Link>
        </>
      )}
    </Ended>
  );
}

function Linking({ arrival: { bridge }, returned, started }: FinishProps) {
  const { t } = useTranslation();
  const finish = useFinishLink();
  const { kind: _kind, ...code } = returned;
  useOnce(() => finish.mutate({ bridge, ...code, ticket: started.ticket }), true);
  if (finish.isPending || finish.isIdle) return <LoadingState rows={3} />;
  return (
    <Ended isLink>
      {finish.isError ? (
        <Refusal title={t('bridge.linkRefused')} error={finish.error} />
      ) : (
        <Alert type="success" showIcon role="status" className="notice" title={t('bridge.linked')} />
      )}
    </Ended>
  );
}

function Ended({ isLink, children }: { readonly isLink: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {children}
      <Link to={isLink ? '/account' : '/sign-in'} className="back">
        {t(isLink ? 'bridge.toAccount' : 'bridge.toSignIn')}
      </Link>
    </>
  );
}

/** React runs effects twice while the page is developed; a code works once. */
function useOnce(act: () => void, isDue: boolean): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || !isDue) return;
    isDone.current = true;
    act();
  });
}
