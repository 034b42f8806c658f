import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { useRead } from '../../api/use-read.js';
import { Refusal } from '../../kit/states.js';

const path = '/me/bulletin-subscriptions/unions/{unionId}';

/** Whoever is signed in follows a union, or no more. Nothing until it is known whether they do. */
export function FollowUnion({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const { data } = useRead('bulletinSubscription', '/me/bulletin-subscriptions', {});
  const follow = useCommand('bulletinSubscription', 'put', path);
  const leave = useCommand('bulletinSubscription', 'delete', path);
  if (data === undefined) return null;
  const isFollowed = data.unions.some((union) => union.unionId === unionId);
  const error = follow.error ?? leave.error;
  return (
    <>
      <Button
        aria-pressed={isFollowed}
        loading={follow.isPending || leave.isPending}
        onClick={() => (isFollowed ? leave : follow).mutate({ unionId })}
      >
        {t(isFollowed ? 'bulletinFollow.followingUnion' : 'bulletinFollow.followUnion')}
      </Button>
      {error !== null && <Refusal title={t('bulletinFollow.notFollowed')} error={error} />}
    </>
  );
}
