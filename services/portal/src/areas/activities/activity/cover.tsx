import {
  CalendarOutlined,
  CompassOutlined,
  GiftOutlined,
  HeartOutlined,
  ReadOutlined,
  ScissorOutlined,
  SmileOutlined,
  ThunderboltOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { pictureAddress, widthOf } from './picture-address.js';
import type { Activity } from './use-activities.js';

interface CoverProps {
  readonly activityId: string;
  readonly cover: { readonly id: string; readonly alt: string } | null;
  /** For the pattern of an activity that has no picture; without it such a one has no cover. */
  readonly kind?: Activity['kind'];
  /** It has the whole page to itself. */
  readonly isWide?: boolean;
}

const icons: Readonly<Record<Activity['kind'], ComponentType>> = {
  parentChild: SmileOutlined,
  diy: ScissorOutlined,
  sports: ThunderboltOutlined,
  training: ReadOutlined,
  competition: TrophyOutlined,
  tour: CompassOutlined,
  matchmaking: HeartOutlined,
  welfare: GiftOutlined,
  other: CalendarOutlined,
};

/**
 * The cover of an activity, loaded when it scrolls into view; its space is reserved, so that nothing moves. Where nobody
 * gave a picture it is a pattern with a sign of the kind.
 */
export function Cover({ activityId, cover, kind, isWide = false }: CoverProps) {
  if (cover === null) return kind === undefined ? null : <Pattern kind={kind} />;
  const width = isWide ? '800' : '320';
  return (
    <img
      className="cover"
      src={pictureAddress(activityId, cover.id, width)}
      srcSet={(['320', '800', '1600'] as const)
        .map((one) => `${pictureAddress(activityId, cover.id, one)} ${widthOf(one)}`)
        .join(', ')}
      sizes={isWide ? '(max-width: 900px) 100vw, 900px' : '(max-width: 767px) 100vw, 320px'}
      alt={cover.alt}
      width={320}
      height={180}
      loading="lazy"
      decoding="async"
    />
  );
}

function Pattern({ kind }: { readonly kind: Activity['kind'] }) {
  const Icon = icons[kind];
  return (
    <div className={`cover is-pattern is-${kind}`} aria-hidden>
      <Icon />
    </div>
  );
}
