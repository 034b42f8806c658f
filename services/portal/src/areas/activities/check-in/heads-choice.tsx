import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';

interface HeadsChoiceProps {
  readonly registered: number;
  readonly value: number;
  readonly onChange: (heads: number) => void;
}

/** How many of a party came; fewer than registered may. */
export function HeadsChoice({ registered, value, onChange }: HeadsChoiceProps) {
  const { t } = useTranslation();
  if (registered <= 1) return null;
  return (
    <Choice
      value={String(value)}
      label={t('checkIn.headsLabel')}
      options={Array.from({ length: registered }, (_unused, index) => ({
        value: String(index + 1),
        label: t('checkIn.heads', { count: index + 1 }),
      }))}
      onChange={(text) => onChange(Number(text ?? registered))}
    />
  );
}
