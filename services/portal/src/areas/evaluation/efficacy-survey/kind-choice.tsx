import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { partyKindsOfSeason, type PartyKindOfSeason } from './use-efficacy-surveys.js';

interface KindChoiceProps {
  readonly value: PartyKindOfSeason | undefined;
  readonly onChange: (kind: PartyKindOfSeason | undefined) => void;
}

/** Filters a list by the kind of party. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice<PartyKindOfSeason>
      label={t('efficacySurvey.kindLabel')}
      {...(value === undefined ? {} : { value })}
      options={[
        { value: '', label: t('efficacySurvey.everyKind') },
        ...partyKindsOfSeason.map((kind) => ({ value: kind, label: t(`efficacySurvey.kind.${kind}`) })),
      ]}
      onChange={onChange}
    />
  );
}
