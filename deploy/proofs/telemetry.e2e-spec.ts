import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { newId } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from './ask.js';
import {
  draftActivity,
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  type Person,
} from './fixtures.js';
import { type Span, startSpanReceiver, type SpanReceiver } from './span-receiver.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const callerSpan = '00f067aa0ba902b7';
let receiver: SpanReceiver;
let platform: TestPlatform;
let network: Network;
let officer: Person;
let member: Person;

beforeAll(async () => {
  receiver = await startSpanReceiver();
  platform = await startTestPlatform(
    { settlement: 0 },
    { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_TRACES_SAMPLER_ARG: '1', LOG_LEVEL: 'warn' },
  );
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer']);
  member = await makePerson(platform, network, network.near);
});

afterAll(async () => {
  await platform?.stop();
  await receiver?.stop();
});

/** A trace id of our own, and the header with which a caller samples it or does not. */
function traceOf(digit: string, flags: '00' | '01' = '01'): { id: string; headers: { traceparent: string } } {
  const id = digit.repeat(32);
  return { id, headers: { traceparent: `00-${id}-${callerSpan}-${flags}` } };
}

const spansOf = (traceId: string): Span[] => receiver.spans().filter((span) => span.traceId === traceId);

/** The names from the first span of a trace down to one of its spans, each with its service. */
function wayTo(spans: readonly Span[], last: Span): string[] {
  const parent = spans.find(({ spanId }) => spanId === last.parentSpanId);
  return [...(parent === undefined ? [] : wayTo(spans, parent)), `${last.service}: ${last.name}`];
}

function wayToNamed(spans: readonly Span[], service: string, name: string): string[] {
  const last = spans.find((span) => span.service === service && span.name === name);
  return last === undefined ? [] : wayTo(spans, last);
}

async function publishedActivity(headers: Record<string, string>): Promise<ActivityView> {
  const draft = await draftActivity(officer.client, network.near);
  await officer.client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 9 });
  const { version: ifMatch } = await officer.client.get<ActivityView>(`/activities/${draft.id}`);
  const path = `/activities/${draft.id}/publish`;
  const published = await ask(platform.gatewayUrl, 'POST', path, {
    token: officer.token,
    headers,
    ifMatch,
    body: {},
  });
  expect(published.status).toBe(200);
  return draft;
}

describe('the spans of a trace', () => {
  it('go from the edge over NATS, transaction, outbox and relay to the consumer of another service, each below the right one', async () => {
    const { id, headers } = traceOf('a');
    await publishedActivity(headers);
    const edge = 'gateway: POST /api/v1/activities/:activityId/publish';
    const asked = ['gateway: ask sharing.activity.publish', 'sharing: sharing.activity.publish'];
    const told = ['record', 'publish'].map((step) => `sharing: ${step} evt.sharing.activity.changed.v1`);
    const handled = 'evaluation: handle evt.sharing.activity.changed.v1';
    await eventually(() => {
      const spans = spansOf(id);
      expect(wayToNamed(spans, 'evaluation', 'INSERT inbox')).toEqual([
        edge,
        ...asked,
        'sharing: transaction',
        ...told,
        handled,
        'evaluation: transaction',
        'evaluation: INSERT inbox',
      ]);
      expect(wayToNamed(spans, 'sharing', 'INSERT outbox')).toEqual([
        edge,
        ...asked,
        'sharing: transaction',
        told[0],
        'sharing: INSERT outbox',
      ]);
      expect(spans.find(({ name }) => edge.endsWith(name))?.parentSpanId).toBe(callerSpan);
    });
  });

  it('show a sign-up with its statements, and who it is asked about beside it', async () => {
    const activity = await publishedActivity({});
    const { id, headers } = traceOf('b');
    const signedUp = await eventually(async () => {
      const answer = await ask(platform.gatewayUrl, 'POST', `/activities/${activity.id}/registrations`, {
        token: member.token,
        headers,
      });
      expect(answer.status).toBe(201);
      return answer;
    });
    expect(signedUp.body.state).toBe('confirmed');
    await eventually(() => {
      const statement = wayToNamed(spansOf(id), 'sharing', 'INSERT registration');
      expect(statement.slice(0, 2)).toEqual([
        'gateway: POST /api/v1/activities/:activityId/registrations',
        'gateway: ask sharing.registration.register',
      ]);
      expect(statement.slice(-2, -1)).toEqual(['sharing: transaction']);
    });
  });

  it('begin here where the caller brings none, and are not made where the one that is brought is not recorded', async () => {
    const { id, headers } = traceOf('c', '00');
    await ask(platform.gatewayUrl, 'GET', '/me', { token: member.token, headers });
    const before = receiver.spans().length;
    await ask(platform.gatewayUrl, 'GET', '/me', { token: member.token });
    await eventually(() => {
      const fresh = receiver
        .spans()
        .slice(before)
        .find(({ name }) => name === 'GET /api/v1/me');
      expect(fresh?.parentSpanId).toBe('');
    });
    expect(spansOf(id)).toEqual([]);
  });

  it('tell of a refusal its status, and nothing of what was sent', async () => {
    const { id, headers } = traceOf('d');
    const body = { account: 'operator', password: 'a wrong secret of mine' };
    const refused = await ask(platform.gatewayUrl, 'POST', '/auth/sessions', { headers, body });
    expect(refused.status).toBe(401);
    await eventually(() => {
      expect(spansOf(id).some(({ attributes }) => attributes['http.response.status_code'] === 401)).toBe(
        true,
      );
    });
    const told = receiver.raw();
    // As much of a resident number as no moment and no id of a span looks like by chance.
    const planted = [
      body.password,
      memberPassword,
      platform.secrets.operatorPassword,
      member.token,
      officer.token,
      member.personId,
      member.account,
      network.near.name,
      network.near.id,
      '验证',
      '42010619880301',
    ];
    expect(planted.filter((secret) => told.includes(secret))).toEqual([]);
  });
});

describe('an anonymous answer', () => {
  it('leaves no span anywhere, whatever trace its sender names', async () => {
    const { id, headers } = traceOf('e');
    const before = receiver.spans().length;
    const body = {
      token: 'A'.repeat(43),
      signature: 'A'.repeat(342),
      receipt: 'A'.repeat(43),
      answers: { satisfaction: 5 },
    };
    const answers = [
      await ask(platform.gatewayUrl, 'POST', `/surveys/${newId()}/responses`, { headers, key: null, body }),
      await ask(platform.gatewayUrl, 'POST', `/efficacy-surveys/${newId()}/responses`, {
        headers,
        key: null,
        body: { ...body, poolId: newId() },
      }),
    ];
    // They came as far as evaluation, which knows no such surveys.
    for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    await ask(platform.gatewayUrl, 'GET', '/surveys?limit=1', { token: officer.token, ...traceOf('f') });
    // The batch in which its spans would have been has come: that of what was asked after it.
    await eventually(() => {
      const services = spansOf(traceOf('f').id).map(({ service }) => service);
      expect(services).toEqual(expect.arrayContaining(['gateway', 'evaluation']));
    });
    const since = receiver.spans().slice(before);
    expect(spansOf(id)).toEqual([]);
    expect(since.filter(({ name }) => /response/i.test(name))).toEqual([]);
    // Which titles have changed is looked at from time to time, whatever anybody asks.
    const aboutSurveys = since.filter(
      ({ name }) => name.includes('survey') && !name.includes('survey_title'),
    );
    expect([...new Set(aboutSurveys.map(({ traceId }) => traceId))]).toEqual([traceOf('f').id]);
  });
});

describe('a collector that does not answer, or is not there', () => {
  const rounds = 30;
  /** What each request would take that waited for it. */
  const collectorTimeoutMs = 3_000;

  async function spent(): Promise<number> {
    const startedAt = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      const { status } = await ask(platform.gatewayUrl, 'GET', '/me', { token: member.token });
      expect(status).toBe(200);
    }
    return performance.now() - startedAt;
  }

  it('neither breaks nor slows a request, and is told once in the log', async () => {
    const usual = await spent();
    receiver.hang(true);
    const whileItHangs = await spent();
    receiver.hang(false);
    await receiver.stop();
    const whileItIsGone = await spent();
    const waitedMs = rounds * collectorTimeoutMs;
    expect(whileItHangs - usual).toBeLessThan(waitedMs / 2);
    expect(whileItIsGone - usual).toBeLessThan(waitedMs / 2);
    await eventually(() => {
      const complaints = platform.logOf('gateway').match(/the collector does not take spans/g);
      expect(complaints).toHaveLength(1);
    });
  });
});
