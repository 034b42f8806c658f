import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface ReadAgainProps {
  /** The choices could not be read, or not all of them. */
  readonly isFailed: boolean;
  readonly onRetry: () => void;
}

/** Beside a field that offers choices: without it, choices that could not be read look as if there were none. */
export function ReadAgain({ isFailed, onRetry }: ReadAgainProps) {
  const { t } = useTranslation();
  if (!isFailed) return null;
  return (
    <p className="field-error" role="alert">
      {t('common.choicesFailed')}
      <Button type="link" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </p>
  );
}
