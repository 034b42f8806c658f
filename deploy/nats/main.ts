// The process of a deployment in containers that provisions NATS (`NATS_URL`, the administrator's) as long as it runs.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keepProvided, provisionSettingsOf } from './keep-provided.js';

/** Is there once everything has been made: its health check looks for it. */
const mark = '/tmp/provisioned';
/** An image has no more of the checkout than what runs. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const url = process.env['NATS_URL'];
if (!url) throw new Error('Set NATS_URL.');
const provided = await keepProvided(url, root, provisionSettingsOf(process.env), say);
writeFileSync(mark, '');
say('NATS has every stream, consumer and bucket of the manifest');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void provided.stop());
