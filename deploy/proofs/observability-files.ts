import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { rootAbove } from '../root.js';

const deploy = join(rootAbove(fileURLToPath(import.meta.url)), 'deploy');
const folder = join(deploy, 'observability');

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource: { readonly uid: string };
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** An expression, with where it stands and the labels that the text beside it names. */
export interface Asked {
  readonly where: string;
  readonly expr: string;
  readonly labelsNamed: readonly string[];
}

export function readAlerts(): readonly AlertRule[] {
  const file = readYaml('alerts.yml') as { groups: readonly { rules: readonly AlertRule[] }[] };
  return file.groups.flatMap(({ rules }) => rules);
}

export function readDashboards(): readonly { readonly file: string; readonly dashboard: Dashboard }[] {
  const files = readdirSync(join(folder, 'dashboards')).sort();
  return files.map((file) => ({
    file,
    dashboard: JSON.parse(readFileSync(join(folder, 'dashboards', file), 'utf8')) as Dashboard,
  }));
}

export function readYaml(file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

export function readRunbook(): string {
  return readFileSync(join(deploy, 'README.md'), 'utf8');
}

/** Everything that rules and dashboards ask Prometheus. */
export function everythingAsked(): readonly Asked[] {
  const ofRules = readAlerts().map(({ alert, expr, annotations }) => ({
    where: alert,
    expr,
    labelsNamed: namesIn(Object.values(annotations).join(' '), /\$labels\.([a-z_]+)/g),
  }));
  const ofPanels = readDashboards().flatMap(({ file, dashboard }) =>
    dashboard.panels.flatMap(({ title, targets }) =>
      targets.map(({ expr, legendFormat }) => ({
        where: `${file}: ${title}`,
        expr,
        labelsNamed: namesIn(legendFormat, /\{\{([a-z_]+)\}\}/g),
      })),
    ),
  );
  return [...ofRules, ...ofPanels];
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}
