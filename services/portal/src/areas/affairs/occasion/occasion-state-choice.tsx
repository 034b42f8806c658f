import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { type OccasionState, occasionStates } from './occasion.model.js';

interface Props {
  readonly state: OccasionState | undefined;
  /** Without a state: all. */
  readonly onChange: (chosen: OccasionState | undefined) => void;
}

/** Which of the occasions: how far they are. */
export function OccasionStateChoice({ state, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Choice<OccasionState>
      label={t('occasion.stateLabel')}
      {...(state === undefined ? {} : { value: state })}
      options={[
        { value: '', label: t('occasion.anyState') },
        ...occasionStates.map((value) => ({ value, label: t(`occasion.state.${value}`) })),
      ]}
      onChange={onChange}
    />
  );
}
