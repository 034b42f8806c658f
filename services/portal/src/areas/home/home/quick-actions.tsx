import {
  AppstoreOutlined,
  CalendarOutlined,
  CommentOutlined,
  IdcardOutlined,
  NotificationOutlined,
  PhoneOutlined,
  PlusCircleOutlined,
  SearchOutlined,
  UploadOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAppearance } from '../../../kit/appearance.js';
import { useOffices } from '../../../session/use-offices.js';

interface Action {
  readonly to: string;
  readonly key: string;
  readonly icon: ComponentType;
}

const ofOfficer = [
  { to: '/needs/new', key: 'need', icon: NotificationOutlined },
  { to: '/offers', key: 'borrow', icon: SearchOutlined },
  { to: '/activities/new', key: 'organise', icon: PlusCircleOutlined },
  { to: '/cost-pools', key: 'bill', icon: WalletOutlined },
  { to: '/member-imports/new', key: 'roster', icon: UploadOutlined },
] as const satisfies readonly Action[];

const ofWorker = [
  { to: '/activities', key: 'find', icon: CalendarOutlined },
  { to: '/my/card', key: 'code', icon: IdcardOutlined },
  { to: '/intake/new', key: 'say', icon: CommentOutlined },
  { to: '/services', key: 'services', icon: AppstoreOutlined },
] as const satisfies readonly Action[];

/** 长辈版 is simpler, and not only larger. */
const ofElder = [
  { to: '/my/card', key: 'code', icon: IdcardOutlined },
  { to: '/activities', key: 'find', icon: CalendarOutlined },
  { to: '/contact-points', key: 'call', icon: PhoneOutlined },
] as const satisfies readonly Action[];

/** What the reader most often comes for. */
export function QuickActions() {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  const { appearance } = useAppearance();
  const ofPerson = appearance === 'large' ? ofElder : ofWorker;
  const actions = holdsOffice ? ofOfficer : ofPerson;
  return (
    <nav aria-label={t('home.quick.label')} className="quick-actions">
      {actions.map(({ to, key, icon: Icon }) => (
        <Link key={key} to={to}>
          <Icon aria-hidden />
          <span>{t(`home.quick.${key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
