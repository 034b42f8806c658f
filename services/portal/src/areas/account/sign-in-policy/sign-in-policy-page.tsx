import { Alert, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';

type Policy = components['schemas']['SignInPolicyView'];

const duties: Policy['secondFactorFor'] = ['finance', 'approver', 'rootOfficer'];

/** Of whom the federation asks two-step sign-in: its officers set it, everybody may know it. */
export function SignInPolicyPage() {
  const { t } = useTranslation();
  const policy = useRead('signInPolicy', '/sign-in-policy', {});
  return (
    <>
      <PageHead title={t('credential.policyTitle')} back="/account" />
      <section className="card" aria-label={t('credential.policyTitle')}>
        <p className="hint">{t('credential.policyHint')}</p>
        <Loaded query={policy}>{(found) => <PolicyForm key={found.version} policy={found} />}</Loaded>
      </section>
    </>
  );
}

function PolicyForm({ policy: { version, secondFactorFor } }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  const maySet = useOffices().holdsAtRoot('officer', 'operator');
  const [isSaved, setIsSaved] = useState(false);
  const credentials = useRead('credential', '/me/credentials', {});
  const change = useCommand('signInPolicy', 'put', '/sign-in-policy', { onStale: 'refuse' });
  return (
    <>
      {maySet && credentials.data?.hasSecondFactor === false && (
        <Alert
          type="info"
          showIcon
          className="notice"
          title={t('credential.policyFirst')}
          action={<Link to="/account#two-step">{t('credential.title')}</Link>}
        />
      )}
      <CommandForm
        command={change}
        input={(body: Pick<Policy, 'secondFactorFor'>) => ({ version, body })}
        submit={t('credential.policySave')}
        done={null}
        refused={t('credential.policyRefused')}
        initialValues={{ secondFactorFor }}
        disabled={!maySet}
        onChange={() => setIsSaved(false)}
        onDone={() => setIsSaved(true)}
      >
        <Form.Item name="secondFactorFor" label={t('credential.policyLabel')}>
          <Checkbox.Group
            disabled={!maySet}
            options={duties.map((value) => ({ value, label: t(`credential.policyOf.${value}`) }))}
          />
        </Form.Item>
      </CommandForm>
      <p role="status" aria-live="polite">
        {isSaved && t('credential.policySaved')}
      </p>
    </>
  );
}
