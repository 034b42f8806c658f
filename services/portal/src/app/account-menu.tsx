import { UserOutlined } from '@ant-design/icons';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ConfirmButton } from '../kit/confirm-button.js';
import { useMe, useSignOut } from '../session/use-session.js';
import { LanguageSwitch, LargeTypeSwitch } from './switches.js';

/** Who is signed in; opened, the way to the account, how this device shows the pages, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const signOut = useSignOut();
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details ref={menu} className="account-menu">
      <summary>
        <UserOutlined aria-hidden />
        <span className="account-name">{me?.name}</span>
        <span className="visually-hidden">{t('app.accountMenu')}</span>
      </summary>
      <div className="card">
        {me !== undefined && (
          <p>
            <strong>{me.name}</strong>
            {me.unionName !== null && <span className="hint">{me.unionName}</span>}
          </p>
        )}
        <Link to="/account">{t('app.toAccount')}</Link>
        <LargeTypeSwitch />
        <LanguageSwitch />
        <ConfirmButton
          type="text"
          loading={signOut.isPending}
          question={t('session.signOutQuestion')}
          confirmText={t('session.signOut')}
          onConfirm={() => signOut.mutate()}
        >
          {t('session.signOut')}
        </ConfirmButton>
      </div>
    </details>
  );
}

/** Closes the menu on another page, by Escape, and when something beside it is touched. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  const { pathname } = useLocation();
  useEffect(() => {
    if (menu.current !== null) menu.current.open = false;
  }, [menu, pathname]);
  useEffect(() => {
    const close = (event: Event): void => {
      const { current } = menu;
      if (current?.open !== true) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        current.querySelector('summary')?.focus();
      } else if (current.contains(event.target as Node)) return;
      current.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [menu]);
}
