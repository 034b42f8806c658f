import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Says that a form begins with what was typed before, and offers to begin anew. */
export function DraftNote({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="hint draft-note" role="status">
      {t('common.draftRestored')}
      <Button type="link" onClick={onClear}>
        {t('common.draftClear')}
      </Button>
    </p>
  );
}
