import './follow.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../api/schema.js';
import { useCommand } from '../../api/use-command.js';
import { useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { Loaded } from '../../kit/loaded.js';
import { PageHead } from '../../kit/page-head.js';
import { Refusal } from '../../kit/states.js';
import { bulletinKinds } from './bulletin.model.js';

type Subscriptions = components['schemas']['BulletinSubscriptionsView'];

/** What the reader follows, to stop it; and the kinds that they can follow. */
export function FollowedPage() {
  const { t } = useTranslation();
  const query = useRead('bulletinSubscription', '/me/bulletin-subscriptions', {});
  return (
    <>
      <PageHead title={t('bulletinFollow.title')} back="/bulletins" />
      <p className="hint">{t('bulletinFollow.hint')}</p>
      <Loaded query={query}>
        {({ unions, kinds }) => (
          <>
            <FollowedUnions unions={unions} />
            <FollowedKinds kinds={kinds} />
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
  const error = follow.error ?? leave.error;
  return (
    <section className="card" aria-labelledby="followed-kinds">
      <h2 id="followed-kinds">{t('bulletinFollow.kinds')}</h2>
      <p className="hint">{t('bulletinFollow.kindsHint')}</p>
      {error !== null && <Refusal title={t('bulletinFollow.notFollowed')} error={error} />}
      <div className="actions">
        {bulletinKinds.map((kind) => {
          const isFollowed = kinds.some((one) => one.kind === kind);
          const name = t(`bulletin.kind.${kind}`);
          return (
            <Button
              key={kind}
              aria-pressed={isFollowed}
              disabled={follow.isPending || leave.isPending}
              onClick={() => (isFollowed ? leave : follow).mutate({ kind })}
            >
              {t(isFollowed ? 'bulletinFollow.following' : 'bulletinFollow.follow', { name })}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
