import {
  AuditOutlined,
  BulbOutlined,
  CommentOutlined,
  CustomerServiceOutlined,
  GiftOutlined,
  HeartOutlined,
  IdcardOutlined,
  SolutionOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { ServiceCategory } from './service.model.js';

/** What stands for a kind of service, so that it is found again at a glance. */
export const categoryIcons: Readonly<Record<ServiceCategory, ComponentType>> = {
  suggestion: BulbOutlined,
  appeal: CommentOutlined,
  consultation: CustomerServiceOutlined,
  rights: AuditOutlined,
  hardship: HeartOutlined,
  benefit: GiftOutlined,
  honour: TrophyOutlined,
  certificate: IdcardOutlined,
  other: SolutionOutlined,
};
