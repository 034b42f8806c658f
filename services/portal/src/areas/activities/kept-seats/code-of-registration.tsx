import { Button } from 'antd';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckInCode } from '../../../kit/check-in-code.js';

/** The code of a registration behind a button. */
export function CodeOfRegistration(shown: ComponentProps<typeof CheckInCode>) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <Button aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {t(isShown ? 'mine.hideCode' : 'mine.showCode')}
      </Button>
      {isShown && <CheckInCode {...shown} />}
    </>
  );
}
