import {
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  BulbOutlined,
  CommentOutlined,
  EditOutlined,
  FileSearchOutlined,
  GiftOutlined,
  HeartOutlined,
  IdcardOutlined,
  MessageOutlined,
  NotificationOutlined,
  PhoneOutlined,
  PictureOutlined,
  ProfileOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  ShopOutlined,
  SmileOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import type { ComponentType } from 'react';

interface Service {
  readonly to: string;
  readonly key: string;
  readonly icon: ComponentType;
}

/** What a union does for a worker beside its activities, by what they come for. */
export const services = [
  {
    key: 'speak',
    services: [
      { to: '/my-matters', key: 'myMatters', icon: SolutionOutlined },
      { to: '/matter-status', key: 'matterStatus', icon: FileSearchOutlined },
      { to: `/services/${complaintServiceId}`, key: 'complain', icon: CommentOutlined },
      { to: '/contact-points', key: 'contact', icon: PhoneOutlined },
    ],
  },
  {
    key: 'membership',
    services: [
      { to: '/my/card', key: 'card', icon: IdcardOutlined },
      { to: '/benefits', key: 'benefits', icon: ShopOutlined },
      { to: '/membership-transfers', key: 'transfers', icon: SwapOutlined },
      { to: '/corrections', key: 'corrections', icon: EditOutlined },
      { to: '/my-records', key: 'myRecords', icon: ProfileOutlined },
      { to: '/my-visits', key: 'myVisits', icon: HeartOutlined },
      { to: '/verify', key: 'verify', icon: SafetyCertificateOutlined },
    ],
  },
  {
    key: 'takePart',
    services: [
      { to: '/activities/propose', key: 'propose', icon: BulbOutlined },
      { to: '/parties?kind=club', key: 'clubs', icon: SmileOutlined },
      { to: '/circles', key: 'circles', icon: MessageOutlined },
      { to: '/offers', key: 'offers', icon: SearchOutlined },
      { to: '/needs/new', key: 'need', icon: NotificationOutlined },
      { to: '/talents', key: 'talents', icon: TeamOutlined },
      { to: '/works-calls', key: 'worksCalls', icon: PictureOutlined },
      { to: '/courses', key: 'courses', icon: BookOutlined },
      { to: '/vacancies', key: 'vacancies', icon: AuditOutlined },
    ],
  },
  {
    key: 'see',
    services: [
      { to: '/bulletins', key: 'bulletins', icon: ReadOutlined },
      { to: '/disclosures', key: 'disclosures', icon: BankOutlined },
      { to: '/subsidy-programmes?state=notice', key: 'subsidies', icon: GiftOutlined },
      { to: '/recognitions', key: 'recognitions', icon: TrophyOutlined },
    ],
  },
] as const satisfies readonly { readonly key: string; readonly services: readonly Service[] }[];

export type ServiceKey = (typeof services)[number]['services'][number]['key'];
