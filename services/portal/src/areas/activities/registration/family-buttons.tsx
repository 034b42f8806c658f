import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Relative } from './use-family.js';

interface FamilyButtonsProps {
  readonly family: readonly Relative[];
  readonly onBring: (relative: Relative) => void;
}

/** Whoever is kept, or came along before, is named by one tap. */
export function FamilyButtons({ family, onBring }: FamilyButtonsProps) {
  const { t } = useTranslation();
  if (family.length === 0) return null;
  return (
    <div className="actions" role="group" aria-label={t('registration.family')}>
      {family.map((relative) => (
        <Button key={relative.name} onClick={() => onBring(relative)}>
          {t('registration.bring', { name: relative.name })}
        </Button>
      ))}
      <Link to="/account/family">{t('registration.toFamily')}</Link>
    </div>
  );
}
