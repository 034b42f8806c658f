import {
  AppstoreOutlined,
  BellOutlined,
  CalendarOutlined,
  HomeOutlined,
  MenuOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { isAt, officerPlaces, workerPlaces } from '../session/navigation.js';
import { SideNavigation } from './side-navigation.js';

const icons: Readonly<Record<(typeof workerPlaces)[number]['key'], ComponentType>> = {
  home: HomeOutlined,
  activities: CalendarOutlined,
  services: AppstoreOutlined,
  notices: BellOutlined,
  mine: UserOutlined,
};

/** The five places of a worker: along the bottom of a phone, where the thumb is, and along the top of a desktop. */
export function BottomBar({ holdsOffice }: { readonly holdsOffice: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t(holdsOffice ? 'app.places' : 'app.mainNavigation')} className="bottom-bar">
      {(holdsOffice ? officerPlaces : workerPlaces).map((place) => {
        const Icon = icons[place.key];
        return (
          <Link key={place.to} to={place.to} aria-current={isAt(place, pathname) ? 'page' : undefined}>
            <Icon aria-hidden />
            <span>{t(`app.place.${place.key}`)}</span>
          </Link>
        );
      })}
      {holdsOffice && <MenuButton />}
    </nav>
  );
}

/** Opens the whole navigation over the page; it closes as soon as one of its pages is chosen. */
function MenuButton() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => dialog.current?.close(), [pathname]);
  const open = (): void => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" onClick={open}>
        <MenuOutlined aria-hidden />
        <span>{t('app.place.menu')}</span>
      </button>
      <dialog
        ref={dialog}
        className="navigation-dialog"
        aria-label={t('app.mainNavigation')}
        onClose={() => setIsOpen(false)}
      >
        <form method="dialog">
          <Button htmlType="submit">{t('app.closeMenu')}</Button>
        </form>
        {isOpen && <SideNavigation />}
      </dialog>
    </>
  );
}
