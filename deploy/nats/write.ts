// Writes manifest.json and users.conf anew from the code, after a consumer or a bucket came, went or changed.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rootAbove } from '../root.js';
import { manifestPath, textOfManifest, usersPath } from './files.js';
import { manifestFrom } from './sources.js';
import { usersFile } from './users.js';

const root = rootAbove(fileURLToPath(import.meta.url));
const manifest = manifestFrom(root);
writeFileSync(manifestPath(root), textOfManifest(manifest));
writeFileSync(usersPath(root), usersFile(manifest));
