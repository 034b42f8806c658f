import { EnvironmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import type { Activity } from '../activity/use-activities.js';
import { destinationOf, mapAddressOf } from './map-address.model.js';

/** Opens the map at the venue; nothing where no venue is known yet. */
export function MapLink({ activity }: { readonly activity: Pick<Activity, 'venue' | 'resourceId'> }) {
  const { t } = useTranslation();
  const { venue, resourceId } = activity;
  // Without the resource, or until it is there, the words of the venue find the way.
  const { data } = useRead(
    'resource',
    '/resources/{resourceId}',
    resourceId === null ? undefined : { resourceId },
  );
  const destination = destinationOf(venue, data ?? null);
  if (destination === null) return null;
  return (
    <Button
      href={mapAddressOf(destination)}
      target="_blank"
      rel="noreferrer"
      icon={<EnvironmentOutlined aria-hidden />}
    >
      {t('activity.wayThere')}
    </Button>
  );
}
