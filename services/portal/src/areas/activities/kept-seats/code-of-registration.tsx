import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckInCode } from '../../../kit/check-in-code.js';

/** The code of a registration behind a button. */
export function CodeOfRegistration({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <Button aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {t(isShown ? 'mine.hideCode' : 'mine.showCode')}
      </Button>
      {isShown && <CheckInCode code={code} />}
    </>
  );
}
