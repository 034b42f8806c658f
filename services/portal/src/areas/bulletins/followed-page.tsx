import './follow.css';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { resourceFunctions, unionBusinesses } from '../../api/classification.js';
import type { components } from '../../api/schema.js';
import { useCommand } from '../../api/use-command.js';
import { useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { Loaded } from '../../kit/loaded.js';
import { PageHead } from '../../kit/page-head.js';
import { Refusal } from '../../kit/states.js';
import { bulletinKinds } from './bulletin.model.js';

type Subscriptions = components['schemas']['BulletinSubscriptionsView'];

/** What the reader follows, to stop it; and the kinds, businesses and functions that they can follow. */
export function FollowedPage() {
  const { t } = useTranslation();
  const query = useRead('bulletinSubscription', '/me/bulletin-subscriptions', {});
  return (
    <>
      <PageHead title={t('bulletinFollow.title')} back="/bulletins" />
      <p className="hint">{t('bulletinFollow.hint')}</p>
      <Loaded query={query}>
        {({ unions, kinds, businesses, functions }) => (
          <>
            <FollowedUnions unions={unions} />
            <FollowedKinds kinds={kinds} />
            <FollowedBusinesses businesses={businesses} />
            <FollowedFunctions functions={functions} />
          </>
        )}
      </Loaded>
    </>
  );
}

function FollowedUnions({ unions }: Pick<Subscriptions, 'unions'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const leave = useCommand('bulletinSubscription', 'delete', '/me/bulletin-subscriptions/unions/{unionId}');
  return (
    <section className="card" aria-labelledby="followed-unions">
      <h2 id="followed-unions">{t('bulletinFollow.unions')}</h2>
      {leave.isError && <Refusal title={t('bulletinFollow.notFollowed')} error={leave.error} />}
      {unions.length === 0 && <p>{t('bulletinFollow.unionsNone')}</p>}
      <ul className="followed-unions">
        {unions.map(({ unionId, unionName, since }) => (
          <li key={unionId}>
            <div>
              <Link to={`/public/unions/${unionId}`}>{unionName}</Link>
              <p className="hint">{t('bulletinFollow.since', { at: format.instant(since) })}</p>
            </div>
            <Button
              aria-label={t('bulletinFollow.stopFor', { name: unionName })}
              disabled={leave.isPending}
              onClick={() => leave.mutate({ unionId })}
            >
              {t('bulletinFollow.stop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FollowedKinds({ kinds }: Pick<Subscriptions, 'kinds'>) {
  const { t } = useTranslation();
  const path = '/me/bulletin-subscriptions/kinds/{kind}';
  const follow = useCommand('bulletinSubscription', 'put', path);
  const leave = useCommand('bulletinSubscription', 'delete', path);
  return (
    <FollowedTopics
      title={t('bulletinFollow.kinds')}
      hint={t('bulletinFollow.kindsHint')}
      error={follow.error ?? leave.error}
      isPending={follow.isPending || leave.isPending}
      topics={bulletinKinds.map((kind) => ({
        name: t(`bulletin.kind.${kind}`),
        isFollowed: kinds.some((one) => one.kind === kind),
        onFollow: () => follow.mutate({ kind }),
        onLeave: () => leave.mutate({ kind }),
      }))}
    />
  );
}

function FollowedBusinesses({ businesses }: Pick<Subscriptions, 'businesses'>) {
  const { t } = useTranslation();
  const path = '/me/bulletin-subscriptions/businesses/{business}';
  const follow = useCommand('bulletinSubscription', 'put', path);
  const leave = useCommand('bulletinSubscription', 'delete', path);
  return (
    <FollowedTopics
      title={t('bulletinFollow.businesses')}
      hint={t('bulletinFollow.businessesHint')}
      error={follow.error ?? leave.error}
      isPending={follow.isPending || leave.isPending}
      topics={unionBusinesses.map((business) => ({
        name: t(`bulletin.business.${business}`),
        isFollowed: businesses.some((one) => one.business === business),
        onFollow: () => follow.mutate({ business }),
        onLeave: () => leave.mutate({ business }),
      }))}
    />
  );
}

function FollowedFunctions({ functions }: Pick<Subscriptions, 'functions'>) {
  const { t } = useTranslation();
  const path = '/me/bulletin-subscriptions/functions/{resourceFunction}';
  const follow = useCommand('bulletinSubscription', 'put', path);
  const leave = useCommand('bulletinSubscription', 'delete', path);
  return (
    <FollowedTopics
      title={t('bulletinFollow.functions')}
      hint={t('bulletinFollow.functionsHint')}
      error={follow.error ?? leave.error}
      isPending={follow.isPending || leave.isPending}
      topics={resourceFunctions.map((about) => ({
        name: t(`bulletin.function.${about}`),
        isFollowed: functions.some((one) => one.function === about),
        onFollow: () => follow.mutate({ resourceFunction: about }),
        onLeave: () => leave.mutate({ resourceFunction: about }),
      }))}
    />
  );
}

interface FollowedTopicsProps {
  readonly title: string;
  readonly hint: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly topics: readonly {
    readonly name: string;
    readonly isFollowed: boolean;
    readonly onFollow: () => void;
    readonly onLeave: () => void;
  }[];
}

/** All that can be followed of one sort, each as a button that says whether it is. */
function FollowedTopics({ title, hint, error, isPending, topics }: FollowedTopicsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="hint">{hint}</p>
      {error !== null && <Refusal title={t('bulletinFollow.notFollowed')} error={error} />}
      <div className="actions">
        {topics.map(({ name, isFollowed, onFollow, onLeave }) => (
          <Button
            key={name}
            aria-pressed={isFollowed}
            disabled={isPending}
            onClick={isFollowed ? onLeave : onFollow}
          >
            {t(isFollowed ? 'bulletinFollow.following' : 'bulletinFollow.follow', { name })}
          </Button>
        ))}
      </div>
    </section>
  );
}
