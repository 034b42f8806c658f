// Builds what has changed, the page as well: for whoever does something else meanwhile.
import { prepare } from './prepare.mjs';

await prepare();
