import { useTranslation } from 'react-i18next';

interface WhatIfProps {
  /** The label of the field beside it, which takes any number; the slider is for quick tries. */
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly step: number;
  readonly onChange: (text: string) => void;
}

/** A slider for an assumed number: by finger, mouse or arrow keys. */
export function WhatIf({ label, value, max, step, onChange }: WhatIfProps) {
  const { t } = useTranslation();
  const number = Number(value);
  const known = Number.isFinite(number) && number >= 0 ? number : 0;
  return (
    <input
      type="range"
      className="what-if"
      aria-label={t('splitTree.slide', { label })}
      min={0}
      max={Math.max(max, known)}
      step={step}
      value={known}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
