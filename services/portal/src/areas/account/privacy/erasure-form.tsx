import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import type { Credentials } from '../credential/proof.model.js';
import { ProvedForm } from '../credential/proved-form.js';

type Erasure = components['schemas']['ErasureView'];

/** Asks to erase one's data, once the person has shown that it is them. */
export function ErasureForm() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const credentials = useRead('credential', '/me/credentials', {});
  if (!isOpen)
    return (
      <Button danger onClick={() => setIsOpen(true)}>
        {t('erasure.ask')}
      </Button>
    );
  return (
    <Loaded query={credentials}>
      {(found: Credentials) => (
        <>
          <p>{t('erasure.askQuestion')}</p>
          <ProvedForm<object, Erasure>
            name="erase"
            credentials={found}
            touches={['erasure']}
            danger
            send={(proof) => request('post', '/me/erasure', { body: { proof } }, {})}
            submit={t('erasure.ask')}
            onDone={() => setIsOpen(false)}
            onCancel={() => setIsOpen(false)}
          />
        </>
      )}
    </Loaded>
  );
}
