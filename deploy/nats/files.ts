import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@gongxiang/messaging/provision';

/** @param root the checkout, or what an image has of it */
export function manifestPath(root: string): string {
  return join(root, 'deploy', 'nats', 'manifest.json');
}

export function usersPath(root: string): string {
  return join(root, 'deploy', 'nats', 'users.conf');
}

export function readManifest(root: string): Manifest {
  return JSON.parse(readFileSync(manifestPath(root), 'utf8')) as Manifest;
}

export function textOfManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
