import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';

/** Whether a certificate is genuine, for anybody who holds it; its QR code leads here with the code filled in. */
export function VerifyRecognitionPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const code = (search.get('code') ?? '').trim();
  const [form] = Form.useForm<{ code: string }>();
  return (
    <>
      <PageHead title={t('recognition.verify')} />
      <p className="hint">{t('recognition.verifyHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="card"
        initialValues={{ code }}
        onFinish={(typed) => setSearch({ code: typed.code.trim() })}
      >
        <Form.Item
          name="code"
          label={t('recognition.code')}
          rules={[{ required: true, min: 8, message: t('recognition.codeRequired') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('recognition.check')}
        </Button>
      </Form>
      {code.length >= 8 && <Answer code={code} />}
    </>
  );
}

function Answer({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    ...readOf('recognitionVerification', '/public/recognitions/verify', { code }),
    retry: false,
  });
  if (isPending) return <LoadingState rows={3} />;
  if (data !== undefined) return <Found found={data} />;
  const isWrong = error instanceof ProblemError && error.problem.status < 500;
  if (!isWrong) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Alert type="warning" showIcon role="alert" title={t('recognition.notGenuine')} />;
}

function Found({ found }: { readonly found: components['schemas']['RecognitionVerificationView'] }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { valid, subjectName, title, level, year, issuerName, grantedOn } = found;
  return (
    <>
      <Alert
        type={valid ? 'success' : 'warning'}
        showIcon
        role={valid ? 'status' : 'alert'}
        title={t(valid ? 'recognition.genuine' : 'recognition.isRevoked')}
        className="notice"
      />
      <dl className="card facts">
        <dt>{t('rankingLife.name')}</dt>
        <dd>{subjectName}</dd>
        <dt>{t('recognition.title')}</dt>
        <dd>
          {title} {level}
        </dd>
        <dt>{t('recognition.year')}</dt>
        <dd>{year}</dd>
        <dt>{t('recognition.issuer')}</dt>
        <dd>{issuerName}</dd>
        <dt>{t('recognition.grantedOn')}</dt>
        <dd>{date(grantedOn)}</dd>
      </dl>
    </>
  );
}
