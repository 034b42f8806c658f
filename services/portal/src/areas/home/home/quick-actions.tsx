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
import { complaintServiceId } from '@gongxiang/domain/complaints';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useAppearance } from '../../../kit/appearance.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';

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
  { to: `/services/${complaintServiceId}`, key: 'say', icon: CommentOutlined },
  { to: '/services', key: 'services', icon: AppstoreOutlined },
] as const satisfies readonly Action[];

/** 长辈版 is simpler, and not only larger: besides these two, one call to the union. */
const ofElder = [
  { to: '/my/card', key: 'code', icon: IdcardOutlined },
  { to: '/activities', key: 'find', icon: CalendarOutlined },
] as const satisfies readonly Action[];

/** What the reader most often comes for. */
export function QuickActions() {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  const isPlain = usePlainHome();
  const ofPerson = isPlain ? ofElder : ofWorker;
  const actions = holdsOffice ? ofOfficer : ofPerson;
  return (
    <nav aria-label={t('home.quick.label')} className="quick-actions">
      {actions.map(({ to, key, icon: Icon }) => (
        <Link key={key} to={to}>
          <Icon aria-hidden />
          <span>{t(`home.quick.${key}`)}</span>
        </Link>
      ))}
      {isPlain && <CallUnion />}
    </nav>
  );
}

/** Whether a worker has chosen 长辈版: then home is three tiles and what waits. */
export function usePlainHome(): boolean {
  const { holdsOffice } = useOffices();
  const { appearance } = useAppearance();
  return appearance === 'large' && !holdsOffice;
}

/** Calls the office of the reader's own union that has a phone; where none has, it leads to the list of offices. */
function CallUnion() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const points = useRead('contactPoint', '/contact-points', me?.unionId ? { union: me.unionId } : undefined);
  const phone = points.data?.items.find((point) => point.phone !== null)?.phone ?? null;
  const tile = (
    <>
      <PhoneOutlined aria-hidden />
      <span>
        {t('home.quick.call')} {phone}
      </span>
    </>
  );
  return phone === null ? (
    <Link to="/contact-points">{tile}</Link>
  ) : (
    <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{tile}</a>
  );
}
