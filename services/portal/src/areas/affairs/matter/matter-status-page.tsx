import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { readCode, readNumber } from './matter-code.js';
import type { Known, MatterKey } from './status-by-code.js';

/** The page begins with a form alone. */
const StatusByCode = lazyPart('StatusByCode', () => import('./status-by-code.js'));

/** Where a matter stands, by number and code, without signing in. */
export function MatterStatusPage() {
  const { t } = useTranslation();
  const [known, setKnown] = useState<Known>();
  return (
    <>
      <PageHead title={t('matter.statusTitle')} />
      {known === undefined ? (
        <LookUp onKnown={setKnown} />
      ) : (
        <StatusByCode
          known={known}
          onChange={(status) => setKnown({ ...known, status })}
          onLeave={() => setKnown(undefined)}
        />
      )}
    </>
  );
}

function LookUp({ onKnown }: { readonly onKnown: (known: Known) => void }) {
  const { t } = useTranslation();
  const ask = useCommand('matterStatus', 'post', '/matters/status');
  const read = ({ number, code }: MatterKey): MatterKey => ({
    number: readNumber(number),
    code: readCode(code),
  });
  return (
    <section className="card">
      <p className="hint">{t('matter.statusHint')}</p>
      <CommandForm
        command={ask}
        input={(typed: MatterKey) => ({ body: read(typed) })}
        submit={t('matter.lookUp')}
        done={null}
        refused={t('matter.lookUpRefused')}
        onDone={(status, typed) => onKnown({ key: read(typed), status })}
      >
        <Form.Item
          name="number"
          label={t('matter.number')}
          rules={[{ required: true, whitespace: true, message: t('matter.numberRequired') }]}
        >
          <Input maxLength={30} placeholder={t('matter.numberExample')} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('matter.code')}
          rules={[{ required: true, whitespace: true, message: t('matter.codeRequired') }]}
        >
          <Input maxLength={30} placeholder={t('matter.codeExample')} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
