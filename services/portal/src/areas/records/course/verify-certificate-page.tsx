import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';

/** What stands on the certificate. */
interface Asked {
  readonly number: string;
  readonly name: string;
}

/**
 * Whether a certificate is genuine, for anybody who holds it. Its QR code leads here with the number; the name stands in no
 * address that a browser keeps.
 */
export function VerifyCertificatePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <PageHead title={t('course.verifyTitle')} back="/" />
      <p className="hint">{t('course.verifyHint')}</p>
      <Form<Asked>
        layout="vertical"
        requiredMark={false}
        className="card"
        initialValues={{ number: (search.get('number') ?? '').slice(0, 40) }}
        onFinish={({ number, name }) => setAsked({ number: number.trim(), name: name.trim() })}
      >
        <div className="two-columns">
          <Form.Item name="number" label={t('course.number')} rules={needed(t('course.numberRequired'))}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="name" label={t('course.holder')} rules={needed(t('course.holderRequired'))}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit">
          {t('course.check')}
        </Button>
      </Form>
      {asked !== undefined && <Answer asked={asked} />}
    </>
  );
}

function Answer({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    ...readOf('courseCertificate', '/public/course-certificates/verify', { ...asked }),
    retry: false,
  });
  if (isPending) return <LoadingState rows={3} />;
  if (data !== undefined) return <Found found={data} />;
  const isWrong = error instanceof ProblemError && [400, 404, 422].includes(error.problem.status);
  if (!isWrong) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('course.notGenuine')}
      description={t('course.notGenuineHint')}
    />
  );
}

type Verification = components['schemas']['CourseCertificateVerification'];

function Found({ found }: { readonly found: Verification }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { valid, number, title, issuer, issuedOn, validUntil } = found;
  return (
    <>
      <Alert
        type={valid ? 'success' : 'warning'}
        showIcon
        role={valid ? 'status' : 'alert'}
        title={t(valid ? 'course.genuine' : 'course.genuineNotValid')}
        className="notice"
      />
      <dl className="card facts">
        <dt>{t('course.number')}</dt>
        <dd>{number}</dd>
        <dt>{t('course.titleLabel')}</dt>
        <dd>{title}</dd>
        <dt>{t('course.issuer')}</dt>
        <dd>{issuer}</dd>
        <dt>{t('course.issuedOn')}</dt>
        <dd>{date(issuedOn)}</dd>
        <dt>{t('course.validUntil')}</dt>
        <dd>{validUntil === null ? t('course.validForGood') : date(validUntil)}</dd>
      </dl>
    </>
  );
}
