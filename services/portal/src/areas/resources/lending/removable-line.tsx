import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface RemovableLineProps {
  readonly what: string;
  readonly onRemove: () => void;
}

/** One entry of a form's list, as it stands: its cross, and a press on it, take it away. */
export function RemovableLine({ what, onRemove }: RemovableLineProps) {
  const { t } = useTranslation();
  return (
    <Button
      icon={<CloseOutlined />}
      iconPlacement="end"
      aria-label={t('lending.hours.form.remove', { what })}
      onClick={onRemove}
    >
      {what}
    </Button>
  );
}
