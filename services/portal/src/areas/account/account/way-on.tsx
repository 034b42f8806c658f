import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import { type SignInWay, wayOnOf } from './sign-in.model.js';

interface WayOnProps {
  readonly way: SignInWay;
  readonly error: unknown;
  readonly onOther: () => void;
}

/** Below a refused sign-in: how one gets in all the same. */
export function WayOn({ way, error, onOther }: WayOnProps) {
  const { t } = useTranslation();
  const { other, isResetOffered } = wayOnOf(
    way,
    error instanceof ProblemError ? error.problem.code : undefined,
  );
  if (other === null) return null;
  return (
    <p>
      <Button type="link" onClick={onOther}>
        {t(other === 'code' ? 'signIn.byCodeInstead' : 'signIn.byPasswordInstead')}
      </Button>
      {isResetOffered && (
        <Link to="/reset-password" className="back">
          {t('signIn.forgotten')}
        </Link>
      )}
    </p>
  );
}
