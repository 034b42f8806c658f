import { describe, expect, it } from '@jest/globals';
import { everythingAsked, readAlerts, readDashboards, readRunbook, readYaml } from './observability-files.js';
import { readPromQl } from './promql.js';

/** The headings of the runbook, as a page would name them. */
const anchors = [...readRunbook().matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);

describe('the reader of PromQL', () => {
  it.each(['sum(rate(', 'up ==', 'sum by (a (b)', 'rate(x[5m)', 'a b', '{'])(
    'finds fault with %s',
    (text) => {
      expect(readPromQl(text).problems).not.toEqual([]);
    },
  );

  it('names metrics, matchers and groups', () => {
    expect(readPromQl('sum by (le) (rate(a_bucket{b="c", d!="e"}[5m])) / on (f) g > 1')).toEqual({
      problems: [],
      selectors: [
        {
          metric: 'a_bucket',
          matchers: [
            { label: 'b', value: 'c' },
            { label: 'd', value: 'e' },
          ],
        },
        { metric: 'g', matchers: [] },
      ],
      groupedBy: ['le', 'f'],
    });
  });
});

describe('rules and dashboards', () => {
  it.each(everythingAsked().map(({ where, expr }) => [where, expr]))('%s is PromQL', (_where, expr) => {
    const { problems, selectors } = readPromQl(expr);
    expect(problems).toEqual([]);
    expect(selectors.length).toBeGreaterThan(0);
  });

  it.each(everythingAsked().map(({ where, expr, labelsNamed }) => [where, expr, labelsNamed] as const))(
    '%s names in its text only labels that are left',
    (_where, expr, labelsNamed) => {
      const { groupedBy } = readPromQl(expr);
      // Without a group every label of the series is left; with one only those of the groups.
      if (groupedBy.length > 0) expect(groupedBy).toEqual(expect.arrayContaining([...labelsNamed]));
    },
  );
});

describe('the alerts', () => {
  it('each have a name of their own, a severity, a sentence, and a section of the runbook', () => {
    const alerts = readAlerts();
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { alert, labels, annotations } of alerts) {
      expect([alert, labels['severity']]).toEqual([alert, expect.stringMatching(/^(critical|warning)$/)]);
      expect(annotations['summary']?.length).toBeGreaterThan(10);
      expect(annotations['runbook']).toBe(`deploy/README.md#${alert.toLowerCase()}`);
      expect(anchors).toContain(alert.toLowerCase());
    }
  });

  it('cover what an operator must hear of', () => {
    const asked = readAlerts().flatMap(({ expr }) => readPromQl(expr).selectors.map(({ metric }) => metric));
    expect(asked).toEqual(
      expect.arrayContaining([
        'gongxiang_ledger_imbalance_fen',
        'gongxiang_oversold_seats',
        'gongxiang_audit_broken',
        'gongxiang_pool_lines_wrong',
        'gongxiang_audit_unsealed_age_seconds',
        'gongxiang_dead_letters',
        'gongxiang_outbox_age_seconds',
        'gongxiang_delivery_age_seconds',
        'gongxiang_text_message_age_seconds',
        'gongxiang_code_age_seconds',
        'gongxiang_channel_month_ratio',
        'gongxiang_event_delay_seconds_bucket',
        'gongxiang_consumer_pending',
        'gongxiang_ready',
        'up',
        'gongxiang_request_duration_seconds_bucket',
        'gongxiang_requests_total',
        'gongxiang_frames_refused_total',
        'gongxiang_pool_connections',
        'gongxiang_due_overdue_seconds',
        'gongxiang_due_waiting_seconds',
        'gongxiang_events_handled_total',
      ]),
    );
  });
});

describe('the dashboards', () => {
  it.each(readDashboards().map(({ file, dashboard }) => [file, dashboard] as const))(
    '%s is named after its id, and its panels neither share a place nor leave the page',
    (file, dashboard) => {
      expect(file).toBe(`${dashboard.uid}.json`);
      const panels = dashboard.panels;
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_one, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
    },
  );

  it('ask the data source that is provisioned', () => {
    const { datasources } = readYaml('provisioning/datasources/datasources.yml') as {
      datasources: readonly { uid: string }[];
    };
    const known = datasources.map(({ uid }) => uid);
    const used = readDashboards().flatMap(({ dashboard }) =>
      dashboard.panels.map(({ datasource }) => datasource.uid),
    );
    expect(known).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});
