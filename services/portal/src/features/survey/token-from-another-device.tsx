import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { keptTokens } from './kept-tokens-here.js';
import { type MovedToken, movedTokenIn, takeMovedToken } from './moved-token.js';

/** What the address of this page brings from another device. */
export function useMovedToken(): MovedToken | null {
  return movedTokenIn(useLocation().hash);
}

interface TokenFromAnotherDeviceProps {
  readonly personId: string;
  readonly publicKey: object;
  readonly moved: MovedToken;
}

/** Asks before a token is taken over: whoever sent a stranger such a link would know the answer again by its token. */
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
      title={t(isRefused ? 'survey.move.refused' : 'survey.move.arrived')}
      description={
        <>
          <p>{t(isRefused ? 'survey.move.refusedHint' : 'survey.move.arrivedHint')}</p>
          <div className="actions">
            {!isRefused && (
              <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
                {t('survey.move.take')}
              </Button>
            )}
            <Button onClick={leave}>{t('survey.move.leave')}</Button>
          </div>
        </>
      }
    />
  );
}
