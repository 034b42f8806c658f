import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as contracts from '@gongxiang/contracts/all';
import { callsIn, eventsIn, type Exported } from '@gongxiang/contracts/core/exported';
import { awaitKinds, noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import { bindingsIn, consumes } from '../nats/sources.js';

const root = join(import.meta.dirname, '../..');

/** Events that no service consumes, each with the reason why it is told all the same. */
const withoutConsumer: Readonly<Record<string, string>> = {
  'evt.sharing.registration.changed.v1': 'for integrators; nobody here keeps a copy',
  'evt.sharing.brand.changed.v1': 'for integrators; nobody here keeps a copy',
  'evt.sharing.draw.changed.v1': 'for integrators; nobody here keeps a copy',
  'evt.evaluation.ranking.finalised.v1':
    'for integrators; here its recognitions count, which are told one by one',
};

const subjectOf = ({ name, contract }: Exported<{ readonly subject: string }>) => ({
  name,
  subject: contract.subject,
});
const calls = callsIn(contracts).map(subjectOf);
const events = eventsIn(contracts).map(subjectOf);
const handlers = bindingsIn(root, /Handles/);
const consumers = bindingsIn(root, consumes);
const serviceNames: readonly string[] = contracts.serviceNames;

describe('the subjects', () => {
  it('are each in one contract', () => {
    const subjects = [...calls, ...events].map((one) => one.subject);
    expect(subjects.filter((subject, index) => subjects.indexOf(subject) !== index)).toEqual([]);
    expect(calls.length).toBeGreaterThan(20);
  });

  it('of calls are `<service>.<noun>.<verb>`', () => {
    const form = /^[a-z]+\.[a-z]+(-[a-z]+)*\.[a-z]+([A-Z-][a-z]+)*$/;
    const wrong = calls.filter(
      ({ subject }) => !form.test(subject) || !serviceNames.includes(contracts.ownerOf(subject)),
    );
    expect(wrong).toEqual([]);
  });

  it('of events are `evt.<service>.<noun>.<past>.v<n>`', () => {
    const form = /^evt\.[a-z]+(\.[a-z]+(-[a-z]+)*){2}\.v\d+$/;
    const wrong = events.filter(
      ({ subject }) => !form.test(subject) || !serviceNames.includes(contracts.ownerOf(subject)),
    );
    expect(wrong).toEqual([]);
  });

  it('are each answered by exactly one method, in the service that owns them', () => {
    const wrong = calls.flatMap(({ name, subject }) => {
      const found = handlers.filter((one) => one.name === name).map((one) => one.service);
      return found.join() === contracts.ownerOf(subject) ? [] : [`${name}: ${found.join(', ') || 'nobody'}`];
    });
    expect(wrong).toEqual([]);
  });

  it('that a method answers are all in a contract', () => {
    const names = new Set(calls.map((one) => one.name));
    expect(handlers.filter((one) => !names.has(one.name))).toEqual([]);
  });
});

describe('the contracts', () => {
  it.each(serviceNames)(
    'of %s are all in its own list, by which it knows at its start that it answers them',
    async (service) => {
      const own = (await import(`@gongxiang/contracts/all/${service}`)) as object;
      const named = (exported: object): string[] =>
        callsIn(exported)
          .map(({ name }) => name)
          .filter((name) => contracts.ownerOf(subjects.get(name) ?? '') === service)
          .sort();
      const subjects = new Map(calls.map(({ name, subject }) => [name, subject]));
      expect(named(own)).toEqual(named(contracts));
    },
  );

  it('are imported all at once by those alone who look through them', () => {
    const all = "from '@gongxiang/contracts/all'";
    const sources = ['services', 'libs'].flatMap((directory) =>
      readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
        .filter(
          (file) => /\/src\/.*\.ts$/.test(file) && !/spec\.ts$|schema-tests\.ts$|node_modules/.test(file),
        )
        .map((file) => join(directory, file)),
    );
    expect(sources.filter((file) => readFileSync(join(root, file), 'utf8').includes(all)).sort()).toEqual([
      'services/gateway/src/gateway.module.ts',
      'services/gateway/src/http/openapi.ts',
    ]);
  });
});

describe('the events', () => {
  it('are each heard by a service, or a reason is written', () => {
    const heard = new Set(consumers.map((one) => one.name));
    const wrong = events.filter(({ name, subject }) => !heard.has(name) && !withoutConsumer[subject]);
    expect(wrong.map((one) => one.name)).toEqual([]);
  });

  it('that a service hears are all in a contract', () => {
    const names = new Set(events.map((one) => one.name));
    expect(consumers.filter((one) => !names.has(one.name))).toEqual([]);
  });

  it('that nobody hears are no longer listed as such once somebody does', () => {
    const heard = new Set(consumers.map((one) => one.name));
    const subjects = events.filter((one) => heard.has(one.name)).map((one) => one.subject);
    expect(Object.keys(withoutConsumer).filter((subject) => subjects.includes(subject))).toEqual([]);
  });
});

describe('the links of notices', () => {
  it('lead to pages of the portal', () => {
    const areas = join(root, 'services/portal/src/areas');
    const sources = readdirSync(areas, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^\w+\/routes\.tsx?$/.test(file))
      .map((file) => readFileSync(join(areas, file), 'utf8'));
    const pages = sources.flatMap((source) =>
      [...source.matchAll(/'(\/[^']*)'/g)].map(([, path = '']) => path.replace(/:\w+/g, ':')),
    );
    expect(pages.length).toBeGreaterThan(100);
    const links = Object.values(noticeRules).map(({ link }) => link.replace(/\{\w+\}/g, ':').split(/[?#]/));
    expect(links.filter(([page = '']) => !pages.includes(page))).toEqual([]);
  });
});

describe('what waits for people', () => {
  it('is walked, kind by kind, by a test of the service that tells it', () => {
    const services = join(root, 'services');
    const walked = readdirSync(services)
      .filter((service) => service !== 'notification' && service !== 'portal')
      .flatMap((service) => {
        const folder = join(services, service, 'src');
        const specs = readdirSync(folder, { recursive: true, encoding: 'utf8' });
        return specs
          .filter((file) => file.endsWith('.int-spec.ts'))
          .map((file) => readFileSync(join(folder, file), 'utf8'));
      })
      // What must be read is not told to each of its readers, but looked up when they ask.
      .filter((source) => source.includes('untilAwaits') || source.includes('listToConfirm'));
    expect(awaitKinds.filter((kind) => !walked.some((source) => source.includes(`'${kind}'`)))).toEqual([]);
  });
});
