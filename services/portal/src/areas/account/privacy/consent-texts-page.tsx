import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';

type ConsentText = components['schemas']['ConsentTextView'];
type Published = components['schemas']['PublishConsentText'];

/** The federation's texts about the use of data, and how many people agree to each. */
export function ConsentTextsPage() {
  const { t } = useTranslation();
  const texts = useRead('consent', '/consent-texts', {});
  return (
    <>
      <PageHead title={t('privacy.textsTitle')} back="/account/data" />
      <p className="hint">{t('privacy.textsHint')}</p>
      <Loaded query={texts}>
        {({ items }) => items.map((text) => <OneText key={text.purpose} text={text} />)}
      </Loaded>
    </>
  );
}

function OneText({ text }: { readonly text: ConsentText }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purpose, basis, version, textZh, textEn, publishedAt } = text;
  const { givenCount: given, outdatedCount: outdated, withdrawnCount: withdrawn } = text;
  const id = `text-${purpose}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t(`privacy.purposeOf.${purpose}`)}</h2>
      <p className="hint">{t('privacy.version', { version, when: format.instant(publishedAt) })}</p>
      <p className="prose">{textZh}</p>
      <p className="prose" lang="en">
        {textEn}
      </p>
      {basis === 'law' ? (
        <p className="hint">{t('privacy.byLaw')}</p>
      ) : (
        <>
          <p>{t('privacy.counts', { given, outdated, withdrawn })}</p>
          <NewText key={version} text={text} />
        </>
      )}
    </section>
  );
}

function NewText({ text: { purpose, version, textZh, textEn } }: { readonly text: ConsentText }) {
  const { t } = useTranslation();
  const [isDone, setIsDone] = useState(false);
  const publish = useCommand('consent', 'post', '/consent-texts', { onStale: 'refuse' });
  if (purpose === 'membership' || purpose === 'accounts') return null;
  const rules = [{ required: true, whitespace: true, message: t('privacy.required') }];
  return (
    <details>
      <summary>{t('privacy.newText', { purpose: t(`privacy.purposeOf.${purpose}`) })}</summary>
      <CommandForm
        command={publish}
        input={(values: Pick<Published, 'textZh' | 'textEn'>) => ({
          body: { ...values, purpose, replaces: version },
        })}
        submit={t('privacy.publish')}
        done={null}
        refused={t('privacy.refused')}
        confirm={{ question: t('privacy.publishQuestion'), text: t('privacy.publish') }}
        initialValues={{ textZh, textEn }}
        onDone={() => setIsDone(true)}
      >
        <Form.Item name="textZh" label={t('privacy.zh')} rules={rules}>
          <TextArea rows={5} maxLength={2_000} />
        </Form.Item>
        <Form.Item name="textEn" label={t('privacy.en')} rules={rules}>
          <TextArea rows={5} maxLength={2_000} />
        </Form.Item>
      </CommandForm>
      <p role="status" aria-live="polite">
        {isDone && t('privacy.published')}
      </p>
    </details>
  );
}
