import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { keptTokens } from './kept-tokens-here.js';
import { type MovedToken, takeMovedToken } from './moved-token.js';

interface TokenFromAnotherDeviceProps {
  readonly personId: string;
  readonly publicKey: object;
  readonly moved: MovedToken;
}

/** Asks before a token is taken over: the sender of such a link could recognise the answer by its token. */
export function TokenFromAnotherDevice({ personId, publicKey, moved }: TokenFromAnotherDeviceProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = (): void => void navigate({ search: location.search, hash: '' }, { replace: true });
  const take = useMutation({
    networkMode: 'always',
    mutationFn: () => takeMovedToken(keptTokens, personId, publicKey, moved),
    onSuccess: (isTaken) => isTaken && leave(),
  });
  const isRefused = take.isError || take.data === false;
  return (
    <Alert
      type={isRefused ? 'error' : 'warning'}
      showIcon
      role="alert"
      className="notice"
      title={t(isRefused ? 'movedToken.refused' : 'movedToken.arrived')}
      description={
        <>
          <p>{t(isRefused ? 'movedToken.refusedHint' : 'movedToken.arrivedHint')}</p>
          <div className="actions">
            {!isRefused && (
              <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
                {t('movedToken.take')}
              </Button>
            )}
            <Button onClick={leave}>{t('movedToken.leave')}</Button>
          </div>
        </>
      }
    />
  );
}
