import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe, useSignOut } from '../session/use-session.js';

/** Who is signed in, the way to the account, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const signOut = useSignOut();
  const text = me?.unionName ? t('session.signedInAs', { name: me.name, union: me.unionName }) : me?.name;
  return (
    <>
      {text !== undefined && (
        <Link to="/account" className="signed-in-as" title={text}>
          {text}
        </Link>
      )}
      <Button type="text" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('session.signOut')}
      </Button>
    </>
  );
}
