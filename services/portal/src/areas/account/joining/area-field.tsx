import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import type { FoundPlace } from './join.model.js';
import { findPlaces } from './use-joining.js';

interface AreaFieldProps {
  readonly id?: string;
  readonly value?: FoundPlace;
  readonly onChange?: (place: FoundPlace | undefined) => void;
}

/** The union of the place where somebody works: found by its name, or by where the phone is. It may be left empty. */
export function AreaField({ id, value, onChange }: AreaFieldProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const near = useMutation({ mutationFn: nearMe });
  if (value !== undefined)
    return <Picked id={id} name={value.unionName} onClear={() => onChange?.(undefined)} />;
  const textOf = ({ unionName, km }: FoundPlace): string =>
    km === null ? unionName : `${unionName} · ${t('joining.km', { km: number(km) })}`;
  return (
    <>
      <SearchPicker
        {...(id === undefined ? {} : { id })}
        queryKey={['publicUnion', 'application-places']}
        search={(q, signal) => findPlaces({ q }, signal)}
        itemKey={({ unionId }) => unionId}
        itemText={textOf}
        onPick={(place) => onChange?.(place)}
      />
      <Button loading={near.isPending} onClick={() => near.mutate()}>
        {t('joining.nearMe')}
      </Button>
      <div aria-live="polite">
        {near.isError && <p className="hint">{t('joining.noPosition')}</p>}
        {near.data?.length === 0 && <p className="hint">{t('joining.nothingNear')}</p>}
        <ul className="plain-list found">
          {(near.data ?? []).map((place) => (
            <li key={place.unionId}>
              <Button block onClick={() => onChange?.(place)}>
                {textOf(place)}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Asks the phone where it is. The position finds unions and is kept nowhere. */
async function nearMe(): Promise<readonly FoundPlace[]> {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000 }),
  );
  return findPlaces({ longitude: coords.longitude, latitude: coords.latitude });
}
