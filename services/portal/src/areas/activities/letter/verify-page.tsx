import './letter.css';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';

interface Typed {
  readonly number: string;
  readonly code: string;
}

/** Checks whether a letter is genuine, for anybody who holds it; its QR code opens this page with both fields filled in. */
export function VerifyLetterPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [number, code] = [search.get('number') ?? '', search.get('code') ?? ''];
  const [form] = Form.useForm<Typed>();
  const submit = (typed: Typed): void => setSearch({ number: typed.number.trim(), code: typed.code.trim() });
  return (
    <>
      <PageHead title={t('letter.verify')} />
      <p className="hint">{t('letter.verifyHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="card letter-form"
        initialValues={{ number, code }}
        onFinish={submit}
      >
        <Form.Item
          name="number"
          label={t('letter.number')}
          rules={[{ required: true, pattern: /^\s*\d{4}-\d{6,9}\s*$/, message: t('letter.numberRequired') }]}
        >
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('letter.code')}
          rules={[{ required: true, min: 8, message: t('letter.codeRequired') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('letter.check')}
        </Button>
      </Form>
      {number !== '' && code !== '' && <Answer number={number} code={code} />}
    </>
  );
}

function Answer({ number, code }: Typed) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRead('letterVerification', '/public/letters/verify', {
    number,
    code,
  });
  if (isPending) return <LoadingState rows={3} />;
  if (data !== undefined) return <Genuine found={data} />;
  const isWrong = error instanceof ProblemError && error.problem.status < 500;
  if (!isWrong) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Alert type="warning" showIcon role="alert" title={t('letter.notGenuine')} />;
}

function Genuine({ found }: { readonly found: components['schemas']['LetterVerificationView'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('letter.genuine', { kind: t(`letter.kind.${found.kind}`) })}
        className="notice"
      />
      <dl className="card facts">
        <dt>{t('letter.number')}</dt>
        <dd>{found.number}</dd>
        <dt>{t('letter.holder')}</dt>
        <dd>{found.maskedName}</dd>
        <dt>{t('letter.activity')}</dt>
        <dd>{found.activityTitle}</dd>
        <dt>{t('letter.activityOn')}</dt>
        <dd>{format.date(found.activityOn)}</dd>
        <dt>{t('letter.issuer')}</dt>
        <dd>{found.issuerName}</dd>
        <dt>{t('letter.issueDay')}</dt>
        <dd>{format.date(found.issuedOn)}</dd>
      </dl>
    </>
  );
}
