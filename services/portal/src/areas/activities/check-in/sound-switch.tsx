import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Shown } from './check-in.model.js';
import { useDoorSignal } from './use-door-signal.js';

/** Tones and a shake tell the outcome to whoever looks at the guest; the switch makes this device quiet. */
export function SoundSwitch({ shown }: { readonly shown: Shown | null }) {
  const { t } = useTranslation();
  const { isMuted, mute } = useDoorSignal(shown);
  return (
    <p>
      <Checkbox checked={!isMuted} onChange={({ target }) => mute(!target.checked)}>
        {t('checkIn.sound')}
      </Checkbox>
    </p>
  );
}
