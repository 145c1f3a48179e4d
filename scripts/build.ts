/** `npm run build`. */
import { build } from './lib/build.ts';

await build();
