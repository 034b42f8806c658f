import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { CircleLine } from './circle.model.js';

interface Props {
  readonly circle: Pick<CircleLine, 'id' | 'name' | 'joining'>;
}

/** Joins at once, or asks to. Members see the reader's name, which is said before. */
export function JoinCircle({
  circle: { id: circleId, name, joining },
  asks,
  isPlain = false,
}: Props & { readonly asks?: boolean; readonly isPlain?: boolean }) {
  const { t } = useTranslation();
  const join = useCommand('circle', 'post', '/circles/{circleId}/join');
  const words = t((asks ?? joining === 'byRequest') ? 'circle.ask' : 'circle.join');
  return (
    <>
      {join.isError && <Refusal title={t('circle.notJoined')} error={join.error} />}
      <ConfirmButton
        type={isPlain ? 'default' : 'primary'}
        loading={join.isPending}
        question={t('circle.joinQuestion', { name })}
        confirmText={words}
        onConfirm={() => join.mutate({ circleId })}
      >
        {words}
      </ConfirmButton>
    </>
  );
}

/** Leaves, or takes a request back. */
export function LeaveCircle({ circle: { id: circleId }, isAsked }: Props & { readonly isAsked: boolean }) {
  const { t } = useTranslation();
  const leave = useCommand('circle', 'post', '/circles/{circleId}/leave');
  return (
    <>
      {leave.isError && <Refusal title={t('circle.notLeft')} error={leave.error} />}
      {isAsked ? (
        <Button loading={leave.isPending} onClick={() => leave.mutate({ circleId })}>
          {t('circle.takeBack')}
        </Button>
      ) : (
        <ConfirmButton
          loading={leave.isPending}
          question={t('circle.leaveQuestion')}
          confirmText={t('circle.leave')}
          onConfirm={() => leave.mutate({ circleId })}
        >
          {t('circle.leave')}
        </ConfirmButton>
      )}
    </>
  );
}
