import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Choice } from '../../../kit/choice.js';
import { useMe } from '../../../session/use-session.js';
import { type Distance, distances } from './offer-filters.js';

interface NearFieldProps {
  readonly near: string | undefined;
  readonly within: Distance | undefined;
  readonly onChange: (changed: {
    readonly near: string | undefined;
    readonly within: Distance | undefined;
  }) => void;
}

type Standing = 'asking' | 'unknown' | 'failed' | null;

/** The distance from the reader's union. Its place is read once a distance is chosen, and stands in the address then. */
export function NearField({ near, within, onChange }: NearFieldProps) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [standing, setStanding] = useState<Standing>(null);
  const unionId = me?.unionId ?? null;
  const choose = async (distance: Distance | undefined): Promise<void> => {
    setStanding(null);
    if (distance === undefined || unionId === null) return onChange({ near: undefined, within: undefined });
    if (near !== undefined) return onChange({ near, within: distance });
    setStanding('asking');
    try {
      const place = await placeOfUnion(unionId);
      setStanding(place === null ? 'unknown' : null);
      if (place !== null) onChange({ near: place, within: distance });
    } catch {
      setStanding('failed'); // shown beside the field; the search works without a distance
    }
  };
  const value = near === undefined ? undefined : (within ?? '50');
  return (
    <div className="labelled">
      <span aria-hidden="true">{t('find.near')}</span>
      <Choice<Distance>
        value={value}
        label={t('find.near')}
        options={[
          { value: '', label: t('find.anywhere') },
          ...(unionId === null && near === undefined
            ? []
            : distances.map((km) => ({ value: km, label: t('find.within', { km }) }))),
        ]}
        onChange={(distance) => void choose(distance)}
      />
      <span className="hint" role="status">
        {standing !== null && t(`find.place.${standing}`)}
      </span>
    </div>
  );
}

/** The place of a union, as the address of a search has it; null where it is not known. */
async function placeOfUnion(unionId: string): Promise<string | null> {
  const { place } = await request('get', '/unions/{unionId}', { unionId }, {});
  return place === null || place === undefined ? null : `${place.latitude},${place.longitude}`;
}
